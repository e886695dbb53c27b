import type { Details, MailClient } from '../wire.ts'
import { addressWith, go, oneOf, readAddress, type Address } from './address.ts'
import { byId, element, fill, say } from './element.ts'
import { problemItem } from './problems.ts'
import { radios } from './radios.ts'
import { showStage } from './stage.ts'
import { tabs, type Tab } from './tabs.ts'
import { count, dayInWords, problemsInWords, shownState, statusLine } from './words.ts'

const widths = ['280', '320', '375', '600', '1200', 'full']

const formatLabels: Readonly<Record<string, string>> = { eml: 'Message', docx: 'Word', pdf: 'PDF', ninjs: 'ninjs' }

/** Shows a release, as the address asks for it. */
export async function showRelease(
  details: Details,
  clients: readonly MailClient[],
  moved: () => void,
  follow: (file: string) => void,
): Promise<void> {
  const views = viewsOf(details)
  const names = views.map(({ value }) => value)
  const address: Address = {
    ...readAddress(),
    view: oneOf('view', names),
    client: oneOf('client', [...clients.map(({ name }) => name), 'all']),
    width: oneOf('width', widths),
  }
  showTitle(details)
  showControls(views, clients, address, (change) => {
    go(change)
    moved()
  })
  showProblems(details)
  await showStage(details, clients, address, follow)
}

const viewsOf = ({ others }: Details): readonly Tab[] => [
  { value: 'page', label: 'Web page' },
  { value: 'email', label: 'Email' },
  { value: 'text', label: 'Plain text' },
  ...others.map(({ name }) => ({ value: name, label: formatLabels[name] ?? name })),
  { value: 'all', label: 'Side by side' },
]

function showTitle(details: Details): void {
  const { headline, language, direction, day, words, minutes, languages, file, canOpen } = details
  const title = byId('headline', HTMLElement)
  say(title, headline)
  title.lang = language
  title.dir = direction
  fill(byId('about', HTMLElement), [
    element('span', { class: `state ${shownState(details)}` }, statusLine(details)),
    ...(day === '' ? [] : [' ', element('time', { datetime: day }, dayInWords(day))]),
    ...(words === 0 ? [] : [' ', element('span', {}, `${count(words, 'word')}, ${count(minutes, 'minute')} to read`)]),
    ' ',
    canOpen
      ? element(
          'button',
          { type: 'button', class: 'plain', 'data-file': file, 'data-line': '1', 'data-column': '1' },
          `Open ${file}`,
        )
      : element('span', {}, file),
  ])
  fill(
    byId('languages', HTMLElement),
    languages.length < 2
      ? []
      : languages.map((one) =>
          element(
            'a',
            {
              href: addressWith({ release: one.file }),
              'data-release': one.file,
              lang: one.language,
              dir: one.direction,
              'aria-current': one.file === file ? 'page' : undefined,
            },
            one.languageName,
          ),
        ),
  )
}

function showControls(
  views: readonly Tab[],
  clients: readonly MailClient[],
  { view, client, width, scheme, images }: Address,
  change: (change: Partial<Address>) => void,
): void {
  tabs(byId('views', HTMLElement), views, view, byId('stage', HTMLElement), (value) => change({ view: value }))
  const hasPages = view === 'page' || view === 'email' || view === 'all'
  const hasEmail = view === 'email' || view === 'all'
  byId('client-choice', HTMLElement).hidden = !hasEmail
  byId('scheme', HTMLElement).hidden = !hasPages
  byId('images-choice', HTMLElement).hidden = !hasPages
  byId('width', HTMLElement).hidden = !hasPages && view !== 'text'
  byId('looks', HTMLElement).hidden = !hasPages && view !== 'text'
  const select = byId('client', HTMLSelectElement)
  if (select.options.length === 0) {
    select.append(
      ...clients.map(({ name, title }) => element('option', { value: name }, title)),
      element('option', { value: 'all' }, 'All of them'),
    )
    select.addEventListener('change', () => change({ client: select.value }))
    const box = byId('images', HTMLInputElement)
    box.addEventListener('change', () => change({ images: box.checked ? 'on' : 'off' }))
  }
  select.value = client
  byId('images', HTMLInputElement).checked = images === 'on'
  radios(
    byId('width', HTMLFieldSetElement),
    'width',
    widths.map((value) => ({ value, label: value === 'full' ? 'Full' : value })),
    width,
    (value) => change({ width: value }),
  )
  radios(
    byId('scheme', HTMLFieldSetElement),
    'scheme',
    [
      { value: 'light', label: 'Light' },
      { value: 'dark', label: 'Dark' },
    ],
    scheme,
    (value) => change({ scheme: value === 'dark' ? 'dark' : 'light' }),
  )
  const summary = clients.find(({ name }) => name === client)?.summary ?? ''
  say(byId('client-summary', HTMLElement), hasEmail ? summary : '')
}

function showProblems({ faults, found, problems, checked }: Details): void {
  const nothing = checked ? 'Nothing to complain about' : 'Looking …'
  say(byId('problems-count', HTMLElement), problemsInWords(problems) || nothing)
  fill(byId('problems', HTMLOListElement), found.map(problemItem))
  fill(
    byId('fault', HTMLElement),
    faults.length === 0
      ? []
      : [
          element('h2', {}, 'This text cannot be rendered'),
          element(
            'p',
            {},
            'Below is the last version that could, if there was one. It is replaced as soon as this is mended.',
          ),
          element('ol', {}, ...faults.map(problemItem)),
        ],
  )
}
