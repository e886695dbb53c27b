// Goes over arrays by their index in the bundle: for tools/bundle.mjs
import { parseAst } from 'rolldown/parseAst'

/**
 * `for (const item of list)` and `const [first, second] = list` ask an iterator for each item and get an object around it, until V8 has compiled the
 * function for speed; and of what makes a thousand releases it compiles little. In the bundle they take an array's items by their index, and those of
 * anything else as before. A build takes 3 % less time for it, 6 % on one processor, and makes a sixth less garbage.
 *
 * A loop that may end early over what a call returns stays as it is: a generator would not hear that nobody goes on, and close its file.
 */
export const byIndex = {
  name: 'by index',
  transform: {
    filter: { id: /[\\/]src[\\/](?!preview[\\/]page[\\/]).+\.ts$/ },
    handler: inModule,
  },
}

/** The module in TypeScript with such loops and patterns; undefined where it has none. */
function inModule(code) {
  const edits = []
  const put = (start, end, text) => edits.push({ start, end, text })
  for (const node of within(parseAst(code, { lang: 'ts' }))) {
    if (node.type === 'ForOfStatement' && isByIndex(node)) goOver(node)
    if (node.type === 'VariableDeclarator' && node.init && isOfFirst(node.id)) {
      put(node.id.start, node.id.end, asObject(node.id))
      put(node.init.start, node.init.start, 'listˑ(')
      put(node.init.end, node.init.end, ')')
    }
  }

  function goOver({ start, left, right, body }) {
    const [list, isList, index, others, next] = ['list', 'isList', 'index', 'others', 'next'].map(
      (word) => `${word}ˑ${start}`,
    )
    const { id } = left.declarations[0]
    const item = isOfFirst(id) ? asObject(id) : code.slice(id.start, id.end)
    put(start, right.start, `for (let ${list} = `)
    put(
      right.end,
      body.start,
      `, ${isList} = Array.isArray(${list}), ${index} = 0, ${others} = ${isList} ? undefined : ${list}[Symbol.iterator](), ${next};
        ${isList} ? ${index} < ${list}.length : !(${next} = ${others}.next()).done; ) {
        ${left.kind} ${item} = ${isList} ? ${list}[${index}++] : ${next}.value; `,
    )
    put(body.end, body.end, ' }')
  }

  /** `[a, , c = 1]` as `{ 0: a, 2: c = 1 }`. */
  function asObject({ elements }) {
    const items = elements.map(
      (item, i) => item && `${i}: ${isOfFirst(item) ? asObject(item) : code.slice(item.start, item.end)}`,
    )
    return `{ ${items.filter(Boolean).join(', ')} }`
  }

  if (edits.length === 0) return undefined
  let made = ''
  let at = 0
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    made += code.slice(at, start) + text
    at = end
  }
  return `${made}${code.slice(at)}\nfunction listˑ(from: Iterable<unknown>) { return Array.isArray(from) ? from : [...from] }\n`
}

/** Whether it is a pattern of the first items of a list, without one for those that are left. */
const isOfFirst = ({ type, elements }) =>
  type === 'ArrayPattern' && elements.every((item) => item?.type !== 'RestElement')

function isByIndex({ await: waits, left, right, body }) {
  if (waits || left.type !== 'VariableDeclaration') return false
  return right.type !== 'CallExpression' || ![...within(body)].some(({ type }) => endsEarly.test(type))
}
const endsEarly = /^(?:(?:Break|Return|Throw)Statement|YieldExpression)$/

function* within(node) {
  if (typeof node !== 'object' || node === null) return
  if (typeof node.type === 'string') yield node
  for (const value of Object.values(node)) yield* within(value)
}
