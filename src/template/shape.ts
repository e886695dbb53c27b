/**
 * What a template is given, as data: from it come the type of the view, the check that a template asks for nothing else, and
 * the table in docs/templates.md.
 */
export type Shape =
  /** Text that is escaped where it stands; it differs from release to release. */
  | { readonly kind: 'text'; readonly about: string }
  /** What the kit has rendered already: HTML in the page and the email. Written with three braces. */
  | { readonly kind: 'rendered'; readonly about: string }
  /** A word that a layout may decide by or build an attribute of: a language tag, a colour, a kind. */
  | { readonly kind: 'token'; readonly about: string }
  | { readonly kind: 'number' | 'flag'; readonly about: string }
  | { readonly kind: 'list'; readonly about: string; readonly of: Shape }
  | { readonly kind: 'object'; readonly about: string; readonly fields: Readonly<Record<string, Shape>> }

export type ViewOf<S extends Shape> = S extends { kind: 'text' | 'rendered' | 'token' }
  ? string
  : S extends { kind: 'number' }
    ? number
    : S extends { kind: 'flag' }
      ? boolean
      : S extends { kind: 'list'; of: infer Item extends Shape }
        ? readonly ViewOf<Item>[]
        : S extends { kind: 'object'; fields: infer Fields extends Record<string, Shape> }
          ? { readonly [Key in keyof Fields]: ViewOf<Fields[Key]> }
          : never

export const text = (about: string) => ({ kind: 'text', about }) as const
export const rendered = (about: string) => ({ kind: 'rendered', about }) as const
export const token = (about: string) => ({ kind: 'token', about }) as const
export const number = (about: string) => ({ kind: 'number', about }) as const
export const flag = (about: string) => ({ kind: 'flag', about }) as const
export const list = <const S extends Shape>(of: S, about: string) => ({ kind: 'list', about, of }) as const
export const object = <const F extends Record<string, Shape>>(fields: F, about: string) =>
  ({ kind: 'object', about, fields }) as const
