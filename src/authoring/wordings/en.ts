import type { Wording } from './shape.ts'

export const en: Wording = {
  about: (name) => `About ${name}`,
  draft: 'take this line away when the release may go out',
  subheadline: '[add a second line, or take this one away]',
  summary: '[add the news in a sentence or two, for the preview of the email]',
  place: '[add the city]',
  partner: '[add the name of the other organization]',
  bodies: {
    'press-release': `[add the news in one sentence of 25 to 35 words: who does what, when and where]

[add why it matters, with the one figure that shows it]

“[add what somebody really said],” said [add the name and the role].

[add what happens next, and on which day]
`,
    'media-advisory': `[add in one sentence what journalists can come to, and what they will see]

- **Who:** [add who will be there, with their roles]
- **What:** [add what will happen]
- **When:** [add the day, the date and the time, with the time zone]
- **Where:** [add the place, with its address, or the link]
- **Pictures:** [add what there is to film and photograph, and when]
- **Registration:** [add how and until when to register, and what to bring]
`,
    statement: `[add in one sentence what is being answered, and whose statement this is]

::: quote [add the name and the role]
“[add the statement, in the words of the speaker]”
:::

[add what readers need to know to understand it]
`,
    joint: `[add the news in one sentence of 25 to 35 words: which organizations do what together, when and where]

[add why they do it together, and what each of them brings]

“[add what somebody really said],” said [add the name, the role and the organization].

“[add what somebody of the other organization said],” said [add the name, the role and the organization].

[add what happens next, and on which day]
`,
  },
  form: `The dateline, the end mark, the contacts and the About texts are put in by themselves. A picture is a file beside this one:
![what it shows](picture.jpg). Between lines of three colons stand ::: quote, ::: fact-box and ::: notes.`,
  first: {
    headline: 'A first release, to show the form',
    subheadline: 'Write over it, or delete it',
    summary: 'This line is the preview of the email, and what search engines show below the headline.',
    body: `The first paragraph holds the news in one sentence: who does what, when and where, in 25 to 35 words. The end mark, the contacts and the About text below are put in by themselves.

The second paragraph says why it matters, with the one figure that shows it. Between two paragraphs there is an empty line.

::: quote A name, and the role of the speaker
“A quotation is what somebody really said, in the words that were used.”
:::

## A heading, where the text is long

- Each item of a list begins with a hyphen.
- The words of [a link](https://www.example.org/) stand in brackets, and its address behind them.

::: fact-box In short
- A box such as this one stands between lines of three colons.
:::

The last paragraph says what happens next, and on which day.
`,
  },
  contactsFile: 'Whom journalists may call. Each person has a short name of your choice, by which releases call them.',
  translation: '[add the translation]',
  snippets: {
    release: 'A release, with its fields',
    quote: 'A quotation, set apart',
    facts: 'A box with facts',
    notes: 'Notes to editors in the text',
    embargo: 'Until when nobody may publish',
    picture: 'A picture with its caption',
    link: 'A link',
    correction: 'A correction, shown on top',
    withdrawn: 'Withdraw the release',
    event: 'When and where, for an advisory',
    speaker: 'Somebody who can be interviewed',
    figure: 'A figure from templates/facts.yaml',
  },
  labels: {
    headline: 'Headline',
    place: 'City',
    text: 'Text',
    nameAndRole: 'Name, role',
    quotation: 'What was said',
    heading: 'Heading',
    shows: 'What it shows',
    caption: 'Caption',
    credit: 'Who made it',
    words: 'words of the link',
    wrong: 'What was wrong and what is right',
    reason: 'Why',
    name: 'Name',
    role: 'Role',
    topics: 'What to ask about',
  },
}
