import { describe, expect, test } from 'vitest'
import { localeOf } from '../../src/press-room/locale.ts'
import { sourceText } from '../../src/source/text.ts'
import { readTemplates } from '../../src/template/engine.ts'
import { flag, list, number, object, rendered, text, token } from '../../src/template/shape.ts'

const shape = object(
  {
    name: text(''),
    html: rendered(''),
    kind: token(''),
    count: number(''),
    open: flag(''),
    people: list(object({ name: text(''), roles: list(text(''), '') }, ''), ''),
    place: object({ city: text('') }, ''),
  },
  '',
)
const view = {
  name: 'A & B <c> "d" \'e\' `f` =',
  html: '<b>bold</b>',
  kind: 'statement',
  count: 0,
  open: true,
  people: [
    { name: 'Jane', roles: ['a', 'b'] },
    { name: 'John', roles: [] },
  ],
  place: { city: 'Turku' },
}
const { locale } = localeOf(
  'en',
  [
    {
      quotes: ['"', '"', "'", "'"],
      dateline: '',
      date: '{day}',
      months: Array<string>(12).fill('month'),
      time: '{hour}',
      moment: '{date}',
      zone: '{offset}',
      words: { tel: 'Tel:', in: 'In {location} <now>:' },
    },
  ],
  [],
)

const noCache = { get: () => undefined, set: () => {} }

/** What a template gives, or what is wrong with it. */
function run(template: string, partials: Record<string, string> = {}, escape = true): string {
  const files = Object.entries({ 'html/x.hbs': template, ...partials })
  const layouts = new Map(files.map(([path, content]) => [path, sourceText(`templates/${path}`, content)]))
  const templates = readTemplates('html', layouts, {
    escape,
    words: new Map([
      ['tel', []],
      ['in', ['location']],
    ]),
    cache: noCache,
  })
  const made = templates.compile('x', shape)
  const { diagnostics } = made
  if (!made.value || !locale || diagnostics.length > 0)
    return diagnostics.map(({ code, message }) => `${code} ${message}`).join('\n')
  return made.value(view, locale)
}

describe('what a template gives', () => {
  test.each([
    ['{{name}}', "A &amp; B &lt;c&gt; &quot;d&quot; 'e' `f` ="],
    ['{{{html}}} {{place.city}} {{count}}', '<b>bold</b> Turku 0'],
    ['{{#if open}}yes{{else}}no{{/if}}{{#unless open}}no{{/unless}}', 'yes'],
    ['{{#each people}}{{@index}}{{name}}{{#unless @last}}, {{/unless}}{{/each}}', '0Jane, 1John'],
    ['{{#each people}}{{#each roles}}{{../name}}:{{this}} {{else}}none{{/each}}{{/each}}', 'Jane:a Jane:b none'],
    ['{{#each people as |person|}}{{person.name}} {{/each}}', 'Jane John '],
    ['{{#with place}}{{city}} {{@root.kind}}{{/with}}', 'Turku statement'],
    [
      '{{#each people as |one i|}}{{#each roles as |role|}}{{i}}{{one.name}}{{role}} {{/each}}{{/each}}',
      '0Janea 0Janeb ',
    ],
    ['{{people.length}}', '2'],
    ['{{#if (is kind "statement" "joint")}}S{{/if}}{{#if (is kind "joint")}}J{{/if}}', 'S'],
    ['{{t "tel"}} {{t "in" location=place.city}}', 'Tel: In Turku &lt;now&gt;:'],
    ['{{!-- nothing --}}{{! here }}', ''],
    ['\uFEFF{{place.city}}', 'Turku'],
    ['a\r\n{{#if open}}\r\nb\rc\r\n{{/if}}\r\nd\r\n', 'a\nb\nc\nd\n'],
  ])('%s', (template, expected) => {
    expect(run(template)).toBe(expected)
  })

  test('plain text is not escaped', () => {
    expect(run('{{name}}', {}, false)).toBe(view.name)
  })

  test('a partial that stands indented prints what it would elsewhere', () => {
    const partials = { 'html/partials/code.hbs': '<pre>a\n  b</pre>\n', 'html/partials/none.hbs': '' }
    const expected = '<div>\n<pre>a\n  b</pre>\n</div>'
    for (const escape of [true, false])
      expect(run('<div>\n  {{#if open}}\n  {{> none}}\n    {{> code}}\n  {{/if}}\n</div>', partials, escape)).toBe(
        expected,
      )
  })

  test('partials, with a context and with values of their own', () => {
    const partials = { 'html/partials/city.hbs': '{{city}}', 'html/partials/badge.hbs': '[{{label}} {{name}}]' }
    expect(run('{{> city place}} {{> badge label=kind}}', partials)).toBe(
      "Turku [statement A &amp; B &lt;c&gt; &quot;d&quot; 'e' `f` =]",
    )
    const rows = '{{#each people}}{{#each roles}}{{> badge label=../name name=this}}{{/each}}{{/each}}'
    expect(run(rows, partials)).toBe('[Jane a][Jane b]')
  })
})

describe('what is wrong with a template', () => {
  test.each([
    ['{{nmae}}', 'unknown-variable Unknown variable "nmae"'],
    ['{{#if typo}}{{/if}}', 'unknown-variable Unknown variable "typo"'],
    ['{{#each people}}{{nmae}}{{/each}}', 'unknown-variable Unknown variable "nmae"'],
    ['{{#each people}}{{kind}}{{/each}}', 'unknown-variable Unknown variable "kind"'],
    ['{{#with place}}{{town}}{{/with}}', 'unknown-variable Unknown variable "town"'],
    ['{{#if (is knid "x")}}{{/if}}', 'unknown-variable Unknown variable "knid"'],
    ['{{#if (si kind "x")}}{{/if}}', 'unknown-helper Unknown helper "si"'],
    ['{{t "in" location=nmae}}', 'unknown-variable Unknown variable "nmae"'],
    ['{{t "tle"}}', 'unknown-word Unknown word "tle"'],
    ['{{name.length}}', 'unknown-variable Unknown variable "name.length"'],
    ['{{@idx}}', 'unknown-variable Unknown variable "@idx"'],
    ['{{toString}}', 'unknown-variable Unknown variable "toString"'],
    ['{{__proto__}}', 'unknown-variable Unknown variable "__proto__"'],
    ['{{lookup people 0}}', 'unknown-helper Unknown helper "lookup"'],
    ['{{log name}}', 'unknown-helper Unknown helper "log"'],
    ['{{> nowhere}}', 'unknown-partial Unknown partial "nowhere"'],
    ['{{escape name}}', 'unknown-helper Unknown helper "escape"'],
    ['{{#if open}}', 'template-syntax Unclosed block "if"'],
  ])('%s', (template, expected) => {
    expect(run(template)).toBe(expected)
  })

  test('a partial is checked with what it is given, and reported in its own file', () => {
    const partials = { 'html/partials/city.hbs': '{{city}}' }
    expect(run('{{> city place}}', partials)).toBe('Turku')
    expect(run('{{> city}}', partials)).toBe('unknown-variable Unknown variable "city"')
  })

  test('a partial may call itself on something smaller', () => {
    expect(
      run('{{> x2}}', {
        'html/partials/x2.hbs': '{{#each people}}{{> x3}}{{/each}}',
        'html/partials/x3.hbs': '{{#if name}}{{name}}{{/if}}',
      }),
    ).toBe('JaneJohn')
  })
})
