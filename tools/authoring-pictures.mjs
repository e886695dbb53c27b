// Follows a release from a Word file to its outputs, as docs/authoring.md tells it, and makes its pictures: npm run pictures
import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createPressRoom, openPressRoom, render } from '../lib/index.js'
import { exampleYard, mended, moment } from './authoring-story.mjs'
import { openBrowser, picture, save, sheet, shot } from './shots.mjs'

const main = fileURLToPath(new URL('../lib/cli/main.js', import.meta.url))
const room = mkdtempSync(join(tmpdir(), 'pressmark-'))
const word = 'second-ferry.docx'
const env = { ...process.env, FORCE_COLOR: '1' }

/** What a command says, with its colours, below the line that was typed. */
function typed(...args) {
  const { stdout, stderr } = spawnSync(process.execPath, [main, ...args], { cwd: room, env, encoding: 'utf8' })
  const shown = args.filter((arg) => !arg.startsWith('--now')).join(' ')
  return `\u001B[1m$ pressmark ${shown}\u001B[22m\n${stderr}${stdout}`
}

const styles = {
  1: 'font-weight:700',
  2: 'opacity:.65',
  31: 'color:#ff8d85',
  33: 'color:#f0c674',
  34: 'color:#8ab8ff',
  36: 'color:#8fd8d2',
}

/** A text for the terminal as HTML. */
function terminal(text) {
  let open = 0
  const html = text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    // eslint-disable-next-line no-control-regex
    .replace(/\u001B\[(\d+)m/g, (_, code) => {
      if (styles[code] !== undefined) {
        open++
        return `<span style="${styles[code]}">`
      }
      return open > 0 && open-- ? '</span>' : ''
    })
  return `<style>body{margin:0;padding:20px 24px;background:#16181c;color:#e6e8eb}pre{margin:0;font:14px/1.5 monospace;white-space:pre-wrap}</style><pre>${html}</pre>`
}

/** The document as a word processor reads it, as HTML; nothing where there is none on this machine. */
function asRead(file) {
  const filter = ['--headless', '--convert-to', 'html:HTML:EmbedImages', '--outdir', room, file]
  spawnSync('soffice', filter, { cwd: room })
  const made = join(room, file.replace('.docx', '.html'))
  return existsSync(made) ? readFileSync(made, 'utf8') : undefined
}

const browser = await openBrowser()
try {
  copyFileSync(fileURLToPath(new URL(`../docs/authoring/${word}`, import.meta.url)), join(room, word))
  await createPressRoom(room, exampleYard)
  const inWord = asRead(word)
  const paper =
    '<style>html{background:#d9dce1}body{margin:20px;padding:56px 64px;background:#fff;box-shadow:0 1px 6px #0003;font:16px/1.4 serif;columns:auto}body *{line-height:1.3 !important}</style>'
  if (inWord === undefined)
    process.stderr.write('LibreOffice is not here: the picture of the Word file stays as it was\n')
  else await picture(browser, 'authoring-word', inWord + paper, 800)

  await picture(browser, 'authoring-import', terminal(typed('import', word)), 1000)
  const file = 'releases/2026-12-01-example-yard-sends-its-second-electric-ferry-to-sea/index.md'
  await picture(browser, 'authoring-check', terminal(typed('check', file, `--now=${moment}`)), 1000)
  const release = join(room, file)
  const imported = readFileSync(release, 'utf8')

  const preview = spawn(process.execPath, [main, 'preview', `--now=${moment}`], { cwd: room })
  const address = await new Promise((resolve) => preview.stdout.once('data', (chunk) => resolve(String(chunk).trim())))
  const tab = await browser.newPage({ viewport: { width: 1280, height: 860 } })
  await tab.goto(`${address.replace(/\/$/, '')}/?release=${file}`)
  await tab.getByText('Placeholder').first().waitFor()
  await tab.waitForTimeout(1500)
  await save(tab, 'authoring-preview', { fullPage: false })
  preview.kill('SIGINT')

  writeFileSync(release, mended(imported))
  const { value: opened } = await openPressRoom(room)
  const rendered = await render(opened, file, { now: Date.parse(moment), formats: ['html', 'email', 'text'] })
  const { html, email, text } = rendered.value.outputs
  const asText = `<pre style="margin:0;padding:24px;font:14px/1.5 monospace;white-space:pre-wrap">${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</pre>`
  const size = { width: 640, height: 1100 }
  const here = (source) =>
    source.replaceAll(
      /(["'(])(?:[^"'()\s]*\/)?picture-1\.png/g,
      `$1data:image/png;base64,${readFileSync(join(release, '../picture-1.png')).toString('base64')}`,
    )
  await sheet(
    browser,
    'authoring-outputs',
    [
      { title: 'Web page', src: await shot(browser, here(html), size) },
      { title: 'Email', src: await shot(browser, here(email), size) },
      { title: 'Plain text', src: await shot(browser, asText, size) },
    ],
    { columns: 3, width: 1300 },
  )
} finally {
  await browser.close()
  rmSync(room, { recursive: true, force: true })
}
