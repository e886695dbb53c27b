// Compiles MJML documents, which stdin gives as a JSON list, and writes down what came out: node compile-mjml.mjs MJML JUICE
import { createRequire } from 'node:module'
import { argv, stdin, stdout } from 'node:process'

const require = createRequire(import.meta.url)

/** A package by its name, or by the compiled file that has it: as its default, or as what one of its functions gives. */
function packageIn(name) {
  const exported = require(name)
  if (typeof exported === 'function') return exported
  const given = () => Object.values(exported).map((give) => give())
  return exported.default ?? given().find((one) => typeof one === 'function' && 'inlineContent' in one)
}

const [mjml, juice] = argv.slice(2).map(packageIn)

async function compiled(document, options) {
  try {
    const { html, errors } = await mjml(document, options)
    return { html, errors }
  } catch (error) {
    return { thrown: String(error) }
  }
}

let text = ''
for await (const chunk of stdin.setEncoding('utf8')) text += chunk
const css =
  'h1, .card p { margin: 0; color: #012 } td > div { line-height: 1.4 !important } a:hover, p::before { color: red }'
const made = []
for (const document of JSON.parse(text)) {
  const plain = await compiled(document, {})
  const soft = { validationLevel: 'soft', keepComments: false, ignoreIncludes: true }
  made.push({
    plain,
    soft: await compiled(document, soft),
    skip: await compiled(document, { validationLevel: 'skip' }),
    strict: await compiled(document, { validationLevel: 'strict' }),
    inlined: juice.inlineContent(plain.html ?? document, css, { decodeStyleAttributes: true }),
    inlinedWhole: juice(plain.html ?? document),
  })
}
stdout.write(JSON.stringify(made))
