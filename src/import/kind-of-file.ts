import { refuse, type Refusal } from './refusal.ts'

export type FileKind = 'docx' | 'html' | 'eml' | 'markdown' | 'text'

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, i) => bytes[i] === byte)
const latin = (bytes: Uint8Array, length: number): string => Buffer.from(bytes.subarray(0, length)).toString('latin1')

const saveAs = 'open it in the program it was made with, and save it as .docx'

/** What a file is, by what it begins with; its name only tells the kinds of text apart. */
export function kindOfFile(name: string, bytes: Uint8Array): FileKind | Refusal {
  const ending = /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? ''
  if (bytes.length === 0) return refuse('The file is empty', 'name another one')
  if (startsWith(bytes, [0x50, 0x4b])) return zipKind(ending, latin(bytes, 4096))
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
      ? refuse('The file is locked with a password', 'open it, take the password off, and save it as .docx')
      : refuse(
          ending === 'msg' ? 'An Outlook message' : 'A file of Word before 2007',
          ending === 'msg' ? 'save it from Outlook as .eml or .html' : saveAs,
        )
  const head = latin(bytes, 1024)
  if (head.startsWith('%PDF'))
    return refuse(
      'A PDF, in which paragraphs are not told apart',
      'import the file that it was made from, or copy its text into a .txt file',
    )
  if (head.startsWith('{\\rtf')) return refuse('A rich text file', saveAs)
  if (isBinary(bytes)) return refuse('A file that is not text', 'import reads .docx, .html, .eml, .txt and .md')
  if (ending === 'docx' || ending === 'docm') return refuse('A .docx that is something else', saveAs)
  if (ending === 'eml') return 'eml'
  if (['html', 'htm', 'xhtml', 'mht', 'mhtml'].includes(ending)) return ending.startsWith('mh') ? 'eml' : 'html'
  if (['md', 'markdown', 'mdown', 'mdx', 'qmd', 'rmd'].includes(ending)) return 'markdown'
  if (/^\s*(?:<!doctype html|<html|<head|<body|<meta)/i.test(withoutZeros(head))) return 'html'
  if (/^(?:---\s*\r?\n[\w"'-]+\s*:|\+\+\+\s*\r?\n)/.test(head.replace(/^\u00ef\u00bb\u00bf/, ''))) return 'markdown'
  if (
    /^(?:Return-Path|Received|From|To|Subject|Date|MIME-Version|Message-ID):[^\n]*\r?\n(?:[ \t][^\n]*\r?\n|[\w-]+:[^\n]*\r?\n){2}/i.test(
      head,
    )
  )
    return 'eml'
  return 'text'
}

function zipKind(ending: string, head: string): FileKind | Refusal {
  if (head.includes('application/vnd.oasis.opendocument')) return refuse('An OpenDocument file', saveAs)
  if (['pages', 'odt', 'xlsx', 'pptx', 'epub', 'zip', 'key', 'numbers', 'xlsm', 'ods'].includes(ending))
    return refuse(`A .${ending} file`, ending === 'zip' ? 'unpack it, and import what is in it' : saveAs)
  return 'docx'
}

const withoutZeros = (text: string): string =>
  text.replaceAll('\0', '').replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')

/** Text has no zeros, but for that of UTF-16, where every other byte is one. */
function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096)
  if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])) return false
  const zeros = head.reduce((sum, byte) => sum + (byte === 0 ? 1 : 0), 0)
  return zeros > 0 && zeros < head.length / 3
}
