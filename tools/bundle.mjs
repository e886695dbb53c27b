// Bundles the command and the library with everything they need into lib/, and says in lib/ whose work that is: npm run compile
import { createHash } from 'node:crypto'
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { byIndex } from './by-index.mjs'
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
  resolveId: {
    filter: { id: new RegExp(`^(?:${neverCalled.join('|')}|source-map|source-map-js)$`) },
    handler: (id) => `\0stub:${id}.cjs`,
  },
  load: {
    filter: { id: /^\0stub:/ },
    handler(id) {
      const name = id.slice('\0stub:'.length, -'.cjs'.length)
      // Handlebars and PostCSS do without source maps where they find none.
      return { code: name.startsWith('source-map') ? 'module.exports = {}' : throwing(name), moduleType: 'js' }
    },
  },
}

/**
 * Sources that load a package when they first need it, without waiting for it, make a `require` for that; in the bundle it is the
 * bundler's own, so that the package is in there and still runs only when it is asked for.
 */
const requires = {
  name: 'requires',
  transform: {
    filter: { id: /[\\/]src[\\/].+\.ts$/, code: 'createRequire(import.meta.url)' },
    handler: (code) => code.replace('const require = createRequire(import.meta.url)\n', '\n'),
  },
}

/** commander loads what starts other programs, for commands that are programs of their own; the kit has none. */
const noPrograms = {
  name: 'no programs',
  transform: {
    filter: { id: /[\\/]commander[\\/]lib[\\/]command\.js$/ },
    handler(code) {
      const asked = "const childProcess = require('node:child_process');"
      if (!code.includes(asked)) throw new Error('commander loads what starts programs in another way')
      return code.replace(asked, 'const childProcess = undefined;')
    },
  },
}

/** MJML tells the types of attributes by the names of their functions, which a minifier would shorten. */
const namedTypes = {
  name: 'named types',
  transform: {
    filter: { id: /[\\/]mjml-core[\\/]lib[\\/]types[\\/]\w+\.js$/ },
    handler: (code) =>
      code.replace(
        /\(0, _inherits2\.default\)\((\w+), _Type\);/,
        "$& Object.defineProperty($1, 'name', { value: '$1' });",
      ),
  },
}

/**
 * markdown-it comes compiled for old browsers: each field of each token is set by a helper of ten lines. Those with a plain value
 * are set plainly here, which saves a twentieth of the time that a release takes. It looks for the ends of lines character by
 * character; here it jumps to the next one, which saves a fiftieth. And whether a letter beside a quotation mark is punctuation, it asks two
 * patterns with all that Unicode has; of ASCII, its own list says the same.
 */
const quickMarkdown = {
  name: 'quick Markdown',
  transform: {
    filter: { id: /[\\/]markdown-it[\\/]dist[\\/]markdown-it\.mjs$/ },
    handler(code) {
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
      const punctuation = 'function isPunctCharCode(code) {'
      const ofAscii = `${punctuation} if (code < 128) return isMdAsciiPunct(code);`
      for (const part of [afterIndent, punctuation])
        if (!code.includes(part)) throw new Error(`markdown-it has no ${part}`)
      return code.replace(field, 'this.$1 = $2').replace(afterIndent, toLineEnd).replace(punctuation, ofAscii)
    },
  },
}

/**
 * To open and link a file takes Node as long as to read 20 KB more of code, and a bundler makes one of every set of modules that some commands
 * share: 85 for a build. So what nearly every run needs is one file, with all that it imports; the first that takes a module keeps it. The programs of
 * threads are in none, since they start as soon as they are loaded.
 */
const files = [
  // Whoever asks for the version, or for help, waits for no package's code.
  {
    name: 'start',
    test: /[\\/]src[\\/](?:cli[\\/]run|build[\\/](?:hands|shard)|calendar[\\/]moment|press-room[\\/]missing-settings|source[\\/](?:below|diagnostic|whole-file)|authoring[\\/]day-named)\.ts$/,
    priority: 3,
  },
  {
    name: 'make',
    test: /[\\/]src[\\/](?:build[\\/](?:builder|compiled-formats|crew|group|rebuild|room-now)|formats[\\/](?:html|text|email[\\/]email))\.ts$/,
    priority: 2,
  },
  { name: 'check', test: /[\\/]src[\\/]build[\\/](?:check|check-crew|check-group|look)\.ts$/, priority: 1 },
]

/** Files with so many bytes are run with what V8 kept of them: src/source/compiled-code.ts. */
const worthKeeping = 32 * 1024

const buildMark = 'what-this-was-built-from'

const bundle = await rolldown({
  cwd: root,
  input: {
    index: 'src/index.ts',
    'source/compiled-code': 'src/source/compiled-code.ts',
    'cli/main': 'src/cli/main.ts',
    'build/hand': 'src/build/hand.ts',
    'build/check-hand': 'src/build/check-hand.ts',
    'preview/check-thread': 'src/preview/check-thread.ts',
  },
  platform: 'node',
  tsconfig: false,
  resolve: { alias: { handlebars: join(root, 'node_modules/handlebars/dist/cjs/handlebars.js') } },
  transform: { target: 'node20', define: { KIT_BUILD: JSON.stringify(buildMark) } },
  plugins: [stubs, requires, namedTypes, noPrograms, quickMarkdown, byIndex],
  checks: { eval: false, ineffectiveDynamicImport: false },
})
const { output } = await bundle.generate({
  format: 'cjs',
  strict: true,
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name]-[hash].js',
  codeSplitting: { groups: files },
  comments: false,
  // Of letters beyond Latin-1 V8 makes strings twice as long, and reads them more slowly.
  charset: 'ascii',
  minify: true,
})

const fromRoot = (path) => relative(root, path).split(sep).join('/')
/** What each compiled file has in it, and from which module it came. */
const contents = Object.fromEntries(
  output.map(({ fileName, facadeModuleId, modules }) => [
    `lib/${fileName}`,
    {
      ...(facadeModuleId && { entry: fromRoot(facadeModuleId) }),
      bytes: Object.fromEntries(
        Object.entries(modules).map(([path, { renderedLength }]) => [fromRoot(path), renderedLength]),
      ),
    },
  ]),
)

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const digest = createHash('sha256')
for (const { code } of output.toSorted((a, b) => (a.fileName < b.fileName ? -1 : 1))) digest.update(code)
const { readKitTemplates } = await import('../src/source/kit.ts')
const templates = JSON.stringify(readKitTemplates(root))
digest.update(templates)
const kitBuild = `${version}-${digest.digest('hex').slice(0, 16)}`

// And what V8 has kept of the files that were there.
for (const folder of [lib, join(root, '.cache')]) rmSync(folder, { recursive: true, force: true })
const write = (fileName, text) => {
  const path = join(lib, fileName)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
// Node loads ES modules one after the other, and nothing of theirs can be kept from run to run before Node 22.
write('package.json', '{ "type": "commonjs" }\n')
const plain = new Set()
for (const { fileName, code, isEntry } of output) {
  const text = code
    .replaceAll(buildMark, kitBuild)
    .replaceAll(/\bimport\(([`"]node:[\w/]+[`"])\)/g, 'Promise.resolve(require($1))')
  if (isEntry || text.length < worthKeeping) {
    write(fileName, text)
    plain.add(fileName)
    continue
  }
  if (/\bimport\(/.test(text)) throw new Error(`${fileName} imports what no bundle has`)
  const name = basename(fileName, '.js')
  write(fileName, `require('../source/compiled-code.js').run(module,require,__dirname+'/${name}.code')\n`)
  write(join(dirname(fileName), `${name}.code`), text)
}
const runner = output.find(({ fileName }) => fileName === 'source/compiled-code.js')
if (runner.imports.some((name) => name.startsWith('chunks/') && !plain.has(name)))
  throw new Error('what runs the larger files cannot be in one of them')
chmodSync(main, 0o755)
writeFileSync(join(lib, 'templates.json'), templates)
writeFileSync(join(lib, 'THIRD-PARTY-NOTICES'), noticesOf(contents, root))

// The page of the preview: one script, and the files that stand beside it as they are.
const pageSource = join(root, 'src/preview/page')
const page = join(lib, 'preview/page')
const pageBundle = await rolldown({
  input: join(pageSource, 'page.ts'),
  platform: 'browser',
  tsconfig: false,
  transform: { target: 'es2022' },
})
await pageBundle.write({ dir: page, format: 'esm', entryFileNames: '[name].js', comments: false, minify: true })
for (const name of ['index.html', 'page.css', 'icon.svg']) copyFileSync(join(pageSource, name), join(page, name))

// For the tests, which look up in it what is where; it is not in the package.
writeFileSync(join(lib, 'bundle.json'), JSON.stringify(contents))
