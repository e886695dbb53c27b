import { strToU8, zipSync, type Zippable } from 'fflate'
import { closeSync, ftruncateSync, mkdirSync, openSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importFiles } from '../../src/import/import.ts'
import { pressRoom, temporaryFolder } from '../support/press-room.ts'

const root = pressRoom({})

const importOf = async (name: string, bytes: Uint8Array) => {
  const { releases, diagnostics } = await importFiles(root, [{ name, bytes }], { dryRun: true })
  return {
    text: releases[0]?.text ?? '',
    said: diagnostics.map(({ message, hint }) => `${message}; ${hint}`).join('\n'),
  }
}

const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const paragraphs = (...texts: string[]): string =>
  texts.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')
const document = (body: string, prolog = ''): string =>
  `<?xml version="1.0"?>${prolog}<w:document ${namespace}><w:body>${body}</w:body></w:document>`
const docx = (files: Zippable): Uint8Array => zipSync({ '[Content_Types].xml': strToU8('<Types/>'), ...files })
const text = 'Acme opens a plant in Turku next week, with a chimney of 200 metres, it says.'

describe('a Word document', () => {
  test('that is a bomb is refused before it is unpacked', async () => {
    const bomb = docx({ 'word/document.xml': [new Uint8Array(400_000_000), { level: 9 }] })
    expect(bomb.length).toBeLessThan(500_000)
    expect((await importOf('a.docx', bomb)).said).toContain('unpacks to far more than any release')
  })

  test('that lies about its sizes is refused while it is unpacked', async () => {
    const honest = docx({ 'word/document.xml': [strToU8(document(paragraphs('x'.repeat(3_000_000)))), { level: 9 }] })
    const lying = Buffer.from(honest)
    const central = lying.lastIndexOf('PK\x01\x02', undefined, 'latin1')
    lying.writeUInt32LE(1_000, central + 24)
    expect((await importOf('a.docx', lying)).said).toMatch(/unpacks to far more|damaged/)
  })

  test('of very many files is refused', async () => {
    const many = Object.fromEntries(Array.from({ length: 6_000 }, (_, i) => [`word/${i}.xml`, new Uint8Array(0)]))
    expect((await importOf('a.docx', docx(many))).said).toContain('unpacks to far more')
  })

  test.each([
    ['an external entity', '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;'],
    ['entities that unfold', '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>', '&b;'],
    ['a DTD elsewhere', '<!DOCTYPE w:document SYSTEM "http://127.0.0.1/x.dtd">', 'x'],
  ])('with %s is refused', async (_, prolog, entity) => {
    const { said } = await importOf(
      'a.docx',
      docx({ 'word/document.xml': strToU8(document(paragraphs(entity), prolog)) }),
    )
    expect(said).toContain('document type, which may name other files')
  })

  test('with a picture that is linked is not followed, and says so', async () => {
    const names =
      'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
      'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    const drawing = `<w:p><w:r><w:drawing ${names}><wp:docPr id="1" name="x" descr="A ferry"/><a:blip r:link="rId1"/></w:drawing></w:r></w:p>`
    const relations =
      '<Relationships><Relationship Id="rId1" Type="image" TargetMode="External" Target="file:///etc/ferry.png"/></Relationships>'
    const parts = {
      'word/document.xml': strToU8(document(paragraphs('Acme opens a plant', text) + drawing + paragraphs(text))),
      'word/_rels/document.xml.rels': strToU8(relations),
    }
    expect((await importOf('a.docx', docx(parts))).text).toContain(
      '<!-- import: a picture is not at hand, file:///etc/ferry.png, A ferry -->',
    )
  })

  test('nested without end is refused', async () => {
    const deep = '<w:sdt><w:sdtContent>'.repeat(100_000) + paragraphs(text) + '</w:sdtContent></w:sdt>'.repeat(100_000)
    expect((await importOf('a.docx', docx({ 'word/document.xml': strToU8(document(deep)) }))).said).toContain(
      'nested too deep',
    )
  })

  test('with macros is read without them, with a word', async () => {
    const { text: release } = await importOf(
      'a.docm',
      docx({
        'word/document.xml': strToU8(document(paragraphs('Acme Opens', text))),
        'word/vbaProject.bin': strToU8('Sub AutoOpen()'),
      }),
    )
    expect([
      release.includes('the file had macros; they are left out'),
      release.includes(text),
      release.includes('AutoOpen'),
    ]).toEqual([true, true, false])
  })

  test('whose parts lie outside of it leads nowhere', async () => {
    const rels =
      '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="../../../../etc/passwd"/></Relationships>'
    expect((await importOf('a.docx', docx({ '_rels/.rels': strToU8(rels) }))).said).toContain('no Word document in it')
  })

  test.each([0, 10, 50, 90])('cut off after %i percent is refused', async (percent) => {
    const whole = docx({ 'word/document.xml': strToU8(document(paragraphs('Acme Opens', text))) })
    const { said, text: release } = await importOf(
      'a.docx',
      whole.slice(0, Math.max(4, (whole.length * percent) / 100)),
    )
    expect([said, release]).toEqual([
      expect.stringMatching(/damaged|something else|password|no Word document|not text/),
      '',
    ])
  })

  test('of any bytes after its first is refused or read, and never more', async () => {
    const whole = docx({ 'word/document.xml': strToU8(document(paragraphs('Acme Opens', text))) })
    for (let i = 4; i < whole.length; i += 7) {
      const broken = Uint8Array.from(whole)
      broken[i] = 255 - (broken[i] ?? 0)
      const { said, text: release } = await importOf('a.docx', broken)
      expect(said === '' || release === '').toBe(true)
    }
  })
})

describe('a file of another kind is told apart, with what to do', () => {
  const bytes = (...numbers: number[]): Uint8Array => Uint8Array.from([...numbers, ...new Uint8Array(600).fill(7)])
  const ole = (more: string): Uint8Array =>
    Buffer.concat([
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.from(more, 'utf16le'),
      new Uint8Array(600),
    ])
  test.each([
    ['a.doc', ole('WordDocument'), 'Word before 2007', 'save it as .docx'],
    ['a.docx', ole('EncryptedPackage'), 'locked with a password', 'take the password off'],
    ['a.msg', ole('x'), 'Outlook message', '.eml'],
    ['a.pdf', strToU8('%PDF-1.7 …'), 'A PDF', 'copy its text'],
    ['a.docx', strToU8('%PDF-1.7 …'), 'A PDF', 'copy its text'],
    ['a.rtf', strToU8('{\\rtf1 hello}'), 'rich text', 'save it as .docx'],
    ['a.docx', strToU8('just text'), '.docx that is something else', 'save it as .docx'],
    [
      'a.odt',
      zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }] }),
      'OpenDocument',
      'save it as .docx',
    ],
    ['a.pages', zipSync({ 'Index/Document.iwa': strToU8('x') }), '.pages', 'save it as .docx'],
    ['a.docx', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }), 'spreadsheet', 'save the text as .docx'],
    ['a.txt', bytes(0x89, 0x50, 0, 0, 1, 2, 3), 'not text', '.docx, .html, .eml'],
    ['a.txt', new Uint8Array(0), 'empty', 'name another'],
  ])('%s', async (name, content, what, hint) => {
    const { said, text: release } = await importOf(name, content)
    expect([said, release]).toEqual([expect.stringContaining(what), ''])
    expect(said).toContain(hint)
  })
})

describe('a page', () => {
  test('runs nothing, and keeps no script, style or frame', async () => {
    const page = `<h1>Acme Opens</h1><script>evil()</script><p>${text}</p><p><a href="javascript:evil()">Terms</a><a href=" java&#10;script:evil()">More</a><img src="x" onerror="evil()"><iframe src="https://evil.example"></iframe></p><style>p{background:url(https://evil.example)}</style><object data="evil.swf"></object><svg><script>evil()</script></svg>`
    const { text: release } = await importOf('a.html', strToU8(page))
    expect(release).not.toContain('evil')
    expect(release).toContain(text)
    expect(release).toContain('Terms')
  })

  test('nested without end is refused', async () => {
    expect((await importOf('a.html', strToU8(`<p>${text}</p>${'<div>'.repeat(200_000)}x`))).said).toContain(
      'nested too deep',
    )
  })

  test('cannot end the comments that keep what is left over, nor run what Handlebars would', async () => {
    const page = `<main><h1>Acme Opens</h1><p>${text}</p></main><nav>--&gt; <b>out</b> {{fact "x"}} --!> </nav>`
    const { text: release } = await importOf('a.html', strToU8(page))
    expect(release.match(/-->/g)?.length).toBe(release.match(/<!--/g)?.length)
  })
})

describe('files on the disk', () => {
  test('of more than 100 MB are refused by a look at their size', async () => {
    const folder = temporaryFolder()
    const file = openSync(join(folder, 'big.docx'), 'w')
    ftruncateSync(file, 150_000_000)
    closeSync(file)
    const before = process.memoryUsage().rss
    const { diagnostics } = await importFiles(root, [join(folder, 'big.docx')])
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'too-large-file Too large file, 150 MB, maximum 100 MB',
    ])
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
  })

  test('that are devices or are not there come back as diagnostics', async () => {
    const { diagnostics } = await importFiles(root, ['/dev/zero', join(root, 'none.docx')])
    expect(diagnostics.map(({ code }) => code).sort()).toEqual(['refused-file', 'unreadable-file'])
  })

  test('that lead out of the folder of a page are no pictures of it', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'page'))
    writeFileSync(join(folder, 'secret.png'), 'secret')
    symlinkSync('../secret.png', join(folder, 'page/link.png'))
    writeFileSync(
      join(folder, 'page/a.html'),
      `<h1>Acme Opens</h1><p>${text}</p><img src="../secret.png" alt="a"><img src="link.png" alt="b"><img src="/dev/zero" alt="c">`,
    )
    const { releases } = await importFiles(root, [join(folder, 'page/a.html')], { dryRun: true })
    expect(releases.map(({ media }) => media)).toEqual([[]])
  })
})

test('a text of many odd lines is read in a moment', async () => {
  const odd = [
    '<',
    '<!--',
    '&',
    '[',
    '(',
    '*',
    '“',
    '# ',
    '- ',
    'Contact:',
    '+1 ',
    'a@',
    '{{',
    '|',
    'EMBARGO ',
    '\t',
    'May 4, 20',
  ]
  for (const scrap of odd)
    for (const name of ['a.txt', 'a.md', 'a.html', 'a.eml']) {
      const started = performance.now()
      await importOf(name, strToU8(`${text}\n\n${scrap.repeat(5_000)}\n\n${`${scrap}\n`.repeat(1_000)}`))
      expect(performance.now() - started, `${name} ${scrap}`).toBeLessThan(8_000)
    }
}, 240_000)
