import type { Problem } from '../wire.ts'
import { element } from './element.ts'
import { notice } from './notice.ts'
import { order, Refusal } from './server.ts'

const names = { error: 'Error', warning: 'Warning', info: 'Remark' } as const

/** A problem: what is wrong, the line it stands in, how to mend it, and a button that opens the editor there. */
export function problemItem(problem: Problem): HTMLLIElement {
  const { severity, code, message, hint, frame, file, line, column } = problem
  const place = line === 0 ? file : `${file}:${line}:${column}`
  return element(
    'li',
    { class: `problem ${severity}` },
    element(
      'p',
      { class: 'message' },
      element('strong', {}, names[severity]),
      ' ',
      message,
      ' ',
      element('code', {}, code),
    ),
    frame &&
      element(
        'pre',
        { class: 'frame', dir: 'auto' },
        element('code', {}, frame[0], element('mark', {}, frame[1] || ' '), frame[2]),
      ),
    hint === '' ? undefined : element('p', { class: 'hint' }, hint),
    element(
      'p',
      { class: 'place' },
      problem.opens
        ? element(
            'button',
            { type: 'button', 'data-file': file, 'data-line': String(line || 1), 'data-column': String(column || 1) },
            `Open ${place}`,
          )
        : place,
    ),
  )
}

/** Opens files at the place of a problem, wherever such a button is pressed. */
export function readyProblems(): void {
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button[data-file]') : undefined
    if (button instanceof HTMLElement) void open(button.dataset)
  })
}

async function open({ file = '', line, column }: DOMStringMap): Promise<void> {
  try {
    await order('/api/open', { file, line: Number(line), column: Number(column) })
    notice(`Opened ${file} in the editor`)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    notice(`Not opened: ${error.message}`, 'alert')
  }
}
