// Bundles the command and the library with everything they need into lib/, and says in lib/ whose work that is: npm run compile
import { build, transform } from 'esbuild'
import { createHash } from 'node:crypto'
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { noticesOf } from './notices.mjs'
import './typescript.mjs'

const root = fileURLToPath(new URL('../', import.meta.url))
const lib = join(root, 'lib')
const main = join(lib, 'cli/main.js')

/**
 * Packages that only code asks for which the kit never calls: MJML's `minify` and `beautify`, cheerio's way of loading pages,
 * juice's of fetching style sheets, and gray-matter's own YAML, which would look for a parser of JavaScript at each start. Whatever calls
 * them after all throws.
 */
const neverCalled = [
  'cssnano',
  'cssnano-preset-lite',
  'encoding-sniffer',
  'htmlnano',
  'js-beautify',
  'js-yaml',
  'parse5-parser-stream',
  'undici',
  'web-resource-inliner',
]
const throwing = (name) => `module.exports = new Proxy({}, {
  get: (_, key) => key !== '__esModule' && (() => { throw new Error('${name} is not in the bundle') }),
})`
const stubs = {
  name: 'stubs',
  setup({ onResolve, onLoad }) {
    const filter = new RegExp(`^(?:${neverCalled.join('|')}|source-map)$`)
    onResolve({ filter }, ({ path }) => ({ path, namespace: 'stub' }))
    // Handlebars does without source maps where it finds none.
    onLoad({ filter: /^/, namespace: 'stub' }, ({ path }) => ({
      contents: path === 'source-map' ? '' : throwing(path),
    }))
  },
}

/**
 * Sources that load a package when they first need it, without waiting for it, make a `require` for that; in the bundle it is the
 * bundler's own, so that the package is in there and still runs only when it is asked for.
 */
const requires = {
  name: 'requires',
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/.+\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8')
      return { contents: source.replace('const require = createRequire(import.meta.url)\n', '\n'), loader: 'ts' }
    })
  },
}

/** MJML tells the types of attributes by the names of its classes, which a minifier would shorten. */
const namedTypes = {
  name: 'named types',
  setup({ onLoad }) {
    onLoad({ filter: /\/mjml-core\/lib\/types\/\w+\.js$/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, 'utf8'), { keepNames: true })
      return { contents: code }
    })
  },
}

/**
 * markdown-it comes compiled for old browsers: each field of each token is set by a helper of ten lines. Those with a plain value
 * are set plainly here, which saves a twentieth of the time that a release takes. It looks for the ends of lines character by
 * character; here it jumps to the next one, which saves a fiftieth.
 */
const quickMarkdown = {
  name: 'quick Markdown',
  setup({ onLoad }) {
    const field =
      /\b_defineProperty\(\s*this,\s*(?:\/\*[^]*?\*\/\s*)?"(\w+)",\s*(null|true|false|-?\d+|""|\[\]|\{\}|void 0)\s*\)/g
    const afterIndent = 'else indent_found = true;'
    const toLineEnd = `else {
      indent_found = true;
      if (ch !== 10 && pos < len - 1) {
        const next = s.indexOf('\\n', pos);
        pos = (next === -1 ? len - 1 : next) - 1;
        continue;
      }
    }`
    onLoad({ filter: /\/markdown-it\/dist\/markdown-it\.mjs$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8')
      if (!source.includes(afterIndent)) throw new Error('markdown-it finds the ends of lines in another way')
      return { contents: source.replace(field, 'this.$1 = $2').replace(afterIndent, toLineEnd) }
    })
  },
}

const buildMark = 'what-this-was-built-from'

const { metafile, outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: {
    index: 'src/index.ts',
    'cli/main': 'src/cli/main.ts',
    'build/hand': 'src/build/hand.ts',
    'build/check-hand': 'src/build/check-hand.ts',
    'preview/check-thread': 'src/preview/check-thread.ts',
  },
  outdir: lib,
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  legalComments: 'none',
  alias: { handlebars: 'handlebars/dist/cjs/handlebars.js' },
  define: { KIT_BUILD: JSON.stringify(buildMark) },
  plugins: [stubs, requires, namedTypes, quickMarkdown],
  metafile: true,
  write: false,
  logLevel: 'warning',
  logOverride: { 'direct-eval': 'silent' },
})

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const digest = createHash('sha256')
for (const { text } of outputFiles.toSorted((a, b) => (a.path < b.path ? -1 : 1))) digest.update(text)
const { readKitTemplates } = await import('../src/source/kit.ts')
const templates = JSON.stringify(readKitTemplates(root))
digest.update(templates)
const kitBuild = `${version}-${digest.digest('hex').slice(0, 16)}`

/** What esbuild leaves of `require`, for Node's own modules, needs one. */
const withRequire = (text) =>
  text.includes('typeof require')
    ? `import{createRequire as kitRequire}from"node:module";const require=kitRequire(import.meta.url);${text}`
    : text

rmSync(lib, { recursive: true, force: true })
for (const { path, text } of outputFiles) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, withRequire(text.replaceAll(buildMark, kitBuild)))
}
chmodSync(main, 0o755)
writeFileSync(join(lib, 'templates.json'), templates)
writeFileSync(join(lib, 'THIRD-PARTY-NOTICES'), noticesOf(metafile, root))

// The page of the preview: one script, and the files that stand beside it as they are.
const pageSource = join(root, 'src/preview/page')
const page = join(lib, 'preview/page')
await build({
  entryPoints: [join(pageSource, 'page.ts')],
  outdir: page,
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  logLevel: 'warning',
})
for (const name of ['index.html', 'page.css', 'icon.svg']) copyFileSync(join(pageSource, name), join(page, name))

// For the tests, which look up in it what is where; it is not in the package.
writeFileSync(join(lib, 'bundle.json'), JSON.stringify(metafile))
