/**
 * Every fault a press room can have that keeps a build from being right, by name, with what it means.
 * The union of these names is closed, so a code cannot be misspelt; docs/diagnostics.md is made from this table.
 */
export const codes = {
  // files
  'unreadable-file': 'A file that the press room needs cannot be read.',
  'invalid-utf-8': 'A file is not UTF-8; its letters would come out wrong.',
  'too-large-file': 'A file is far larger than any release; it is not read.',
  'invalid-file-name': 'A file has a name that the kit cannot read, or stands in templates/ where nothing reads it.',
  'refused-file': 'A file that import does not read, with what to do instead.',
  // front matter and YAML
  'missing-front-matter': 'A release does not begin with front matter between two lines of ---.',
  'unclosed-front-matter': 'The closing line of --- is missing, so the whole file would be front matter.',
  'executable-front-matter': 'Front matter in another language than YAML is refused; some of them run code.',
  'yaml-syntax': 'YAML that cannot be read.',
  'yaml-tab': 'YAML is indented by tabs, which it forbids.',
  'yaml-cut': 'A value that a # after a space cuts, or a comma between { and }; what follows would be lost.',
  'yaml-bomb': 'Aliases that unfold to far more than was written.',
  'duplicate-key': 'The same key is given twice; only one of them could count.',
  'unknown-key': 'A key that nothing reads, most often a slip.',
  'missing-value': 'A value that is required is not there.',
  'invalid-value': 'A value is of the wrong kind or form.',
  'invalid-date': 'A date that no calendar has, or in another form than 2020-04-09.',
  'invalid-time': 'A time or zone that does not exist, or is ambiguous on the day the clocks change.',
  // press room
  'missing-settings': 'There is no press.yaml, so this folder is not a press room.',
  'low-contrast': 'A colour of the brand cannot be read well enough (WCAG 2.2, AA).',
  'template-syntax': 'A template cannot be parsed.',
  'unknown-variable': 'A template asks for something that no release has.',
  'unknown-helper': 'A template or a body calls a helper that does not exist.',
  'unknown-partial': 'A template or a body includes a partial that does not exist.',
  'invalid-use': 'A template uses a helper, a block, a partial, a word or a value as it cannot be used.',
  'wrong-braces':
    'A layout writes text with three braces, so that it becomes HTML, or HTML with two, so that its tags are read.',
  'unknown-word': 'A template asks for a word that the locale does not have.',
  'invalid-layout':
    'MJML does not accept the email layout, its styles cannot be written into it, or a layout renders to nothing.',
  'missing-notice': 'A layout does not say that a release is under embargo, or a draft.',
  'missing-locale': 'A release is in a language for which there is no locale file.',
  // release
  'empty-body': 'A release has a headline and nothing under it.',
  'duplicate-slug': 'Two releases would be written to the same address.',
  'invalid-slug': 'A slug that is not a plain folder name.',
  'unknown-contact': 'A release names a contact that contacts.yaml does not have.',
  'contact-not-there': 'A contact who was not there on the day of the release.',
  'unknown-boilerplate': 'A release names a boilerplate that does not exist.',
  'boilerplate-not-yet': 'No version of the boilerplate is as old as the release.',
  'missing-translation': 'Reusable text is not there in the language of the release.',
  'unknown-fact': 'A fact that facts.yaml does not have.',
  'fact-not-yet': 'No value of the fact is as old as the release.',
  'invalid-rule': 'A rule of the press room’s own that does not do what its examples say, or looks for nothing.',
  'unknown-original': 'A translation of a release that does not exist.',
  'boilerplate-cycle': 'Boilerplates that include each other without end.',
  'embargo-conflict': 'The embargo ends after the day the release says it goes out.',
  'unknown-block': 'A ::: block of a kind that does not exist.',
  'unclosed-block': 'A ::: block without its closing :::.',
  'deep-nesting': 'Emphasis inside emphasis, deeper than anybody writes.',
  'placeholder-link': 'A link that leads nowhere yet; its text is kept and the link left out.',
  'refused-link': 'A link of a kind that mail and browsers refuse; its text is kept and the link left out.',
  'missing-media': 'A picture or attachment that is not where the release says.',
  'email-rule': 'An email of a layout of your own breaks a rule that mail clients hold it to.',
  'long-email': 'An email so long that Gmail cuts it off, or nearly so.',
  'long-subject': 'A subject that mail lists cut off.',
  'email-image': 'A picture that an email cannot show, because mail needs full addresses.',
  // build
  'output-not-ours': 'A file stands where an output would go, and build did not write it.',
  'write-failed': 'An output could not be written.',
  // new files
  'file-exists': 'A new file would stand where there is one already; nothing is overwritten.',
  'press-room-exists': 'A folder that is to become a press room is one already.',
  'unknown-file': 'A file named on the command line is not a release of this press room.',
} as const satisfies Record<string, string>

export type Code = keyof typeof codes

/** What check says of what is written about its rules, in press.yaml and beside what they find, and of what it could not find out. */
export const ofRules = {
  'unknown-rule': 'A name, in press.yaml or after pressmark-ignore, that no rule has.',
  'unused-ignore': 'A pressmark-ignore where the rule that it names finds nothing.',
  'unknown-language': 'A language of which some rules know nothing, so that they say nothing of it.',
  'unasked-links': 'Links that check --online could not ask: the time ran out, or the network cannot be reached.',
  'ignore-without-reason': 'A pressmark-ignore that does not say why; it answers nothing.',
} as const

/** Those that may come as a warning in check: what they are worth to it, press.yaml may settle. */
export const warned = [
  'yaml-cut',
  'invalid-time',
  'placeholder-link',
  'refused-link',
  'long-email',
  'long-subject',
  'email-image',
] as const satisfies readonly Code[]
