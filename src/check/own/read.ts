import { diagnose, hasErrors, type Diagnostic, type Outcome } from '../../source/diagnostic.ts'
import type { SourceText } from '../../source/text.ts'
import { validate } from '../../source/validate.ts'
import { readYaml, type Path } from '../../source/yaml.ts'
import { proseOf, type Prose } from '../release/prose.ts'
import { defineTextRule, type TextRule } from '../release/rule.ts'
import { ownRuleSchema, type OwnRuleFile } from './file.ts'
import { slipsOf, type Find, type Slip } from './words.ts'

/** A name that can stand in press.yaml and in a comment. */
const named = /^rules\/([a-z][a-z0-9-]*)\.ya?ml$/

/**
 * Reads a rule of the press room's own, and tries it on its examples. `taken` are the names that rules have already. The rule is there
 * as far as its file can be read, even where its examples do not hold.
 */
export function readOwnRule(source: SourceText, taken: readonly string[]): Outcome<TextRule> {
  const code = named.exec(source.file)?.[1]
  if (code === undefined || taken.includes(code)) {
    const message = code === undefined ? 'No name for a rule' : `Two rules of one name, "${code}"`
    const hint = code === undefined ? 'name it in small letters: house-words.yaml' : 'give the file another name'
    return { diagnostics: [diagnose({ file: source.file }, undefined, 'invalid-file-name', message, { hint })] }
  }
  const yaml = readYaml(source)
  if (!yaml.value) return { diagnostics: yaml.diagnostics }
  const { value: keys } = yaml
  const file = validate(ownRuleSchema, keys, source)
  const diagnostics = [...yaml.diagnostics, ...file.diagnostics]
  if (!file.value || hasErrors(diagnostics)) return { diagnostics }
  const find = slipsOf(file.value)
  const say = (path: Path, message: string, hint: string): Diagnostic =>
    diagnose(source, keys.valueAt(path), 'invalid-rule', message, { hint })
  const faults = faultsOf(file.value, find, say)
  // What finds its own mend would mend that again and again.
  const rule = faults.length > 0 ? { ...file.value, fix: false } : file.value
  return { value: ruleOf(code, rule, find), diagnostics: [...diagnostics, ...faults] }
}

function faultsOf(
  { words = {}, phrases = [], names = [], examples = {}, quotes = false }: OwnRuleFile,
  find: Find,
  say: (path: Path, message: string, hint: string) => Diagnostic,
): Diagnostic[] {
  if (Object.keys(words).length + phrases.length + names.length === 0)
    return [say([], 'Rule that looks for nothing', 'give it `words`, `phrases` or `names`')]
  const finds = (text: string): boolean => slipsIn(proseOf(text, 0), find, quotes).length > 0
  return [
    ...Object.entries(words).flatMap(([typed, right]) => {
      const [again] = right === '' ? [] : find(right)
      if (!again) return []
      const message = `"${right}" has "${again.typed}" in it, which is not to be written`
      return [say(['words', typed], message, 'write it otherwise, or name it in `except`')]
    }),
    ...(examples.good ?? []).flatMap((text, i) =>
      finds(text) ? [say(['examples', 'good', i], 'Good example in which the rule finds something', mend)] : [],
    ),
    ...(examples.bad ?? []).flatMap((text, i) =>
      finds(text) ? [] : [say(['examples', 'bad', i], 'Bad example in which the rule finds nothing', mend)],
    ),
  ]
}

const mend = 'correct the example, or the rule'

/** What a rule finds in a text, but for what somebody says, where that is left alone. */
const slipsIn = (prose: Prose, find: Find, quotes: boolean): Slip[] =>
  find(prose.text, (at) => beginsSentence(prose, at)).filter(
    ({ start }) => quotes || !prose.spoken.some(([from, to]) => from <= start && start < to),
  )

function beginsSentence({ text, passages }: Prose, at: number): boolean {
  const passage = passages.find(({ start, end }) => start <= at && at < end)
  return (
    passage !== undefined &&
    /(?:^|[.!?…؟]["”’»)\]]*\s)[^\p{L}\p{N}]*$/u.test(text.slice(Math.max(passage.start, at - 40), at))
  )
}

/** Words of which no two stand in a row: “the” before “the Observatory”. */
const articles: ReadonlySet<string> = new Set(
  'the a an le la les l’ un une des du el los las una unos unas del al der die das den dem ein eine einen einem einer'.split(
    ' ',
  ),
)
const isArticle = (word: string | undefined): boolean =>
  word !== undefined && articles.has(word.toLowerCase().replace("'", '’'))

/** Whether an article stands before a place in a text for words that begin with one. */
const doublesArticle = (text: string, at: number, right: string): boolean =>
  isArticle(/^\p{L}+(?:(?<=^l)['’])?/iu.exec(right)?.[0]) &&
  isArticle(/(\p{L}+['’]?)[\s*_“«"]*$/u.exec(text.slice(Math.max(0, at - 24), at))?.[1])

function messageOf(typed: string, right: string | undefined): string {
  const line = typed.replace(/\s+/g, ' ')
  return right === undefined ? `Not to be written, "${line}"` : `Not "${line}" but "${right}"`
}

function ruleOf(code: string, file: OwnRuleFile, find: Find): TextRule {
  const { summary, why = 'It is a rule of this press room.', severity = 'warning', fix = false, quotes = false } = file
  const check: TextRule['check'] = ({ prose }, report) => {
    const isMended = (at: number, typed: string, right: string): boolean =>
      !typed.includes('\n') && !doublesArticle(prose.text, at, right)
    for (const { start, typed, right } of slipsIn(prose, find, quotes)) {
      const end = start + typed.length
      report({
        message: messageOf(typed, right),
        hint: summary.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase()).replace(/\.$/, ''),
        at: [start, end],
        ...(fix && right !== undefined && isMended(start, typed, right) && { fix: { start, end, text: right } }),
      })
    }
  }
  const said = (text: string): string =>
    slipsIn(proseOf(text, 0), find, quotes)
      .map(({ typed, right }) => messageOf(typed, right))
      .join('\n')
  const { good = [], bad = [] } = file.examples ?? {}
  const languages = file.languages && { languages: file.languages.map((tag) => tag.split('-')[0] ?? tag) }
  return defineTextRule({
    code,
    severity,
    summary: summary.replace(/\.$/, ''),
    why,
    rate: 'not measured: it is a rule of this press room',
    ...languages,
    ...(file.kinds && { kinds: file.kinds }),
    examples: { good, bad: Object.fromEntries(bad.map((text) => [text, said(text)])) },
    check,
  })
}
