import { child, childrenNamed, elements, type Element } from '../xml.ts'

/** Whether the mark at the end of a paragraph is taken out, or moved away, by a change that nobody has accepted yet (ECMA-376 part 1, 17.13.5.15). */
export function isMarkDeleted(paragraph: Element): boolean {
  const mark = child(child(paragraph, 'w:pPr'), 'w:rPr')
  return paragraph.name === 'w:p' && Boolean(child(mark, 'w:del') ?? child(mark, 'w:moveFrom'))
}

/**
 * What stands in an element, a paragraph whose mark is deleted joined with the next one. The joint one looks like the last, since it is
 * its mark that is left.
 */
export function joinedAtMarks(parent: Element): Element[] {
  const out: Element[] = []
  let open: Element[] = []
  const end = (last?: Element): void => {
    const kept = last ?? open.pop()
    if (kept) out.push(open.length === 0 ? kept : joint(open, kept))
    open = []
  }
  for (const one of elements(parent)) {
    if (isMarkDeleted(one)) open.push(one)
    else if (one.name === 'w:p') end(one)
    else if (!isBesideText(one)) {
      end()
      out.push(one)
    }
  }
  end()
  return out
}

/** Bookmarks and the like, which may stand between paragraphs and part none. */
const isBesideText = ({ name }: Element): boolean =>
  /^w:(?:bookmark|commentRange|perm|proofErr|moveFromRange|moveToRange)/.test(name)

function joint(before: readonly Element[], last: Element): Element {
  const words = [...before, last].flatMap((one) => elements(one).filter(({ name }) => name !== 'w:pPr'))
  return { ...last, children: [...childrenNamed(last, 'w:pPr'), ...words] }
}
