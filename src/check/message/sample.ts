/** What a rule's example changes in the message below. */
interface Changes {
  /** Fields in the place of those of the same name, or after them; an empty text takes one away. */
  readonly headers?: Readonly<Record<string, string>>
  readonly text?: string
  readonly html?: string
  /** Whole parts after the two. */
  readonly more?: readonly string[]
  readonly textFirst?: boolean
}

const words = 'Acme opens a plant in Turku and gives work to four hundred people'

/** A small message that keeps every rule, for the rules' examples to break in one place. */
export function sample(changes: Changes = {}): string {
  const {
    text = words,
    html = `<title>Acme opens a plant</title>\r\n<p>${words}</p>`,
    more = [],
    textFirst = true,
  } = changes
  const headers = {
    From: 'Acme press <press@example.org>',
    To: 'desk@example.com',
    Subject: 'Acme opens a plant',
    Date: 'Tue, 01 Dec 2026 09:00:00 +0200',
    'Message-ID': '<acme-plant@example.org>',
    'MIME-Version': '1.0',
    'Content-Type': 'multipart/alternative; boundary="next"',
    ...changes.headers,
  }
  const body = [part('text/plain; charset=utf-8', text), part('text/html; charset=utf-8', html)]
  const parts = [...(textFirst ? body : body.toReversed()), ...more]
  return [
    ...Object.entries(headers).flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${value}`])),
    '',
    ...parts.map((one) => `--next\r\n${one}`),
    '--next--',
    '',
  ].join('\r\n')
}

/** A part with its fields, in quoted-printable but for what is given as fields. */
export const part = (type: string, body: string, fields = 'Content-Transfer-Encoding: quoted-printable'): string =>
  [`Content-Type: ${type}`, fields, '', body].join('\r\n')
