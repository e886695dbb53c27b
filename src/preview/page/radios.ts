import { element, say } from './element.ts'

export interface Choice {
  readonly value: string
  readonly label: string
  /** What stands beside the label, such as how many there are. */
  readonly note?: string
}

/** Fills a fieldset with radio buttons, or sets those that are there. */
export function radios(
  fieldset: HTMLFieldSetElement,
  name: string,
  choices: readonly Choice[],
  chosen: string,
  choose: (value: string) => void,
): void {
  if (!fieldset.querySelector('input')) {
    fieldset.append(
      ...choices.map(({ value, label }) =>
        element(
          'label',
          {},
          element('input', { type: 'radio', name, value }),
          element('span', {}, label, element('small')),
        ),
      ),
    )
    fieldset.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement) choose(target.value)
    })
  }
  for (const [i, input] of [...fieldset.querySelectorAll('input')].entries()) {
    input.checked = input.value === chosen
    const note = input.parentElement?.querySelector('small')
    const text = choices[i]?.note ?? ''
    if (note) say(note, text === '' ? '' : ` ${text}`)
  }
}
