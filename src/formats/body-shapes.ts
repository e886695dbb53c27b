import { list, number, object, rendered, text } from '../template/shape.ts'

/** What stands under a picture. */
export const underPictureShape = {
  caption: text('What stands under it'),
  credit: text('Who made it'),
  rights: text('Who may use it'),
  credits: text('Credit and rights in one line, in the words of the language'),
  line: text('Caption, credit and rights in one line'),
}

/** What the partials inside a body are given; the page and the email have each their own. */
export const bodyShapes = {
  quote: object(
    { body: rendered('What was said'), speaker: rendered('Who said it: name and role') },
    'A ::: quote block',
  ),
  blockquote: object({ body: rendered('The text') }, 'A quotation in the text'),
  table: object({ table: rendered('The table') }, 'A table in the text'),
  titled: object(
    { title: rendered('The heading, or nothing'), body: rendered('The text') },
    'A ::: notes or ::: fact-box block',
  ),
  figure: object(
    {
      src: text('The address'),
      alt: text('What it shows, for those who do not see it'),
      ...underPictureShape,
      width: number('In pixels; 0 where it is not known'),
      height: number('In pixels; 0 where it is not known'),
    },
    'A picture with its caption',
  ),
  dateline: object(
    { text: rendered('The dateline in the style of the house') },
    'What stands before the first paragraph',
  ),
  footnotes: object(
    {
      footnotes: list(
        object(
          {
            id: text('The id that its mark leads to'),
            number: number('Its number'),
            body: rendered('The text'),
            backTo: text('The way back to its mark; nothing in an email'),
          },
          'A footnote',
        ),
        'The footnotes, in order',
      ),
    },
    'The footnotes of a body',
  ),
}
