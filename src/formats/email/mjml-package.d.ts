declare module 'mjml' {
  export default function mjml(
    layout: string,
    options: {
      validationLevel: 'soft'
      keepComments: boolean
      ignoreIncludes: boolean
      fonts?: Record<string, string>
    },
  ): Promise<{ html: string; errors: { line: number; message: string; tagName: string }[] }>
}
