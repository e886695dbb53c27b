import type { Wording } from './shape.ts'

export const fr: Wording = {
  about: (name) => (/^[aeiouyàâäéèêëîïôöùûüœ]/i.test(name) ? `À propos d’${name}` : `À propos de ${name}`),
  draft: 'retirez cette ligne quand le communiqué peut partir',
  subheadline: '[ajouter un sous-titre, ou retirer cette ligne]',
  summary: '[ajouter la nouvelle en une ou deux phrases, pour l’aperçu du courriel]',
  place: '[ajouter la ville]',
  partner: '[ajouter le nom de l’autre organisation]',
  bodies: {
    'press-release': `[ajouter la nouvelle en une phrase de 25 à 35 mots : qui fait quoi, quand et où]

[ajouter pourquoi c’est important, avec le chiffre qui le montre]

« [ajouter ce que quelqu’un a vraiment dit] », a déclaré [ajouter le nom et la fonction].

[ajouter la suite, et le jour]
`,
    'media-advisory': `[ajouter en une phrase à quoi la presse est invitée, et ce qu’elle verra]

- **Qui :** [ajouter les personnes présentes, avec leur fonction]
- **Quoi :** [ajouter ce qui aura lieu]
- **Quand :** [ajouter le jour, la date et l’heure, avec le fuseau horaire]
- **Où :** [ajouter le lieu et son adresse, ou le lien]
- **Images :** [ajouter ce qu’il y a à filmer et à photographier, et quand]
- **Inscription :** [ajouter comment et jusqu’à quand s’inscrire, et quoi apporter]
`,
    statement: `[ajouter en une phrase à quoi répond cette déclaration, et de qui elle est]

::: quote [ajouter le nom et la fonction]
« [ajouter la déclaration, dans les mots de la personne] »
:::

[ajouter ce qu’il faut savoir pour la comprendre]
`,
    joint: `[ajouter la nouvelle en une phrase de 25 à 35 mots : quelles organisations font quoi ensemble, quand et où]

[ajouter pourquoi elles le font ensemble, et ce que chacune apporte]

« [ajouter ce que quelqu’un a vraiment dit] », a déclaré [ajouter le nom, la fonction et l’organisation].

« [ajouter ce que l’autre organisation a dit] », a ajouté [ajouter le nom, la fonction et l’organisation].

[ajouter la suite, et le jour]
`,
  },
  form: `Le lieu, la marque de fin, les contacts et les textes « À propos » s’ajoutent d’eux-mêmes. Une photo est un fichier à côté de celui-ci :
![ce qu’elle montre](photo.jpg). Entre des lignes de trois deux-points : ::: quote (citation), ::: fact-box (encadré) et ::: notes.`,
  first: {
    headline: 'Un premier communiqué, pour montrer la forme',
    subheadline: 'Écrivez par-dessus, ou supprimez-le',
    summary: 'Cette ligne est l’aperçu du courriel, et ce que les moteurs de recherche montrent sous le titre.',
    body: `Le premier paragraphe donne la nouvelle en une phrase : qui fait quoi, quand et où, en 25 à 35 mots. La marque de fin, les contacts et le texte « À propos » ci-dessous s’ajoutent d’eux-mêmes.

Le deuxième paragraphe dit pourquoi c’est important, avec le chiffre qui le montre. Une ligne vide sépare deux paragraphes.

::: quote Un nom, et la fonction de la personne
« Une citation est ce que quelqu’un a vraiment dit, dans ses propres mots. »
:::

## Un intertitre, quand le texte est long

- Chaque élément d’une liste commence par un trait d’union.
- Les mots d’un [lien vers une page](https://www.example.org/) sont entre crochets, et l’adresse les suit.

::: fact-box En bref
- Un encadré comme celui-ci se place entre des lignes de trois deux-points.
:::

Le dernier paragraphe dit ce qui vient ensuite, et quel jour.
`,
  },
  contactsFile:
    'Qui les journalistes peuvent appeler. Chaque personne a un nom court, à votre choix, par lequel les communiqués l’appellent.',
  translation: '[ajouter la traduction]',
  snippets: {
    release: 'Un communiqué, avec ses champs',
    quote: 'Une citation détachée',
    facts: 'Un encadré',
    notes: 'Des notes pour la rédaction, dans le texte',
    embargo: 'Jusqu’à quand personne ne publie',
    picture: 'Une photo et sa légende',
    link: 'Un lien',
    correction: 'Un rectificatif, affiché en haut',
    withdrawn: 'Retirer le communiqué',
    event: 'Quand et où, pour une invitation presse',
    speaker: 'Quelqu’un à interviewer',
    figure: 'Un chiffre de templates/facts.yaml',
  },
  labels: {
    headline: 'Titre',
    place: 'Ville',
    text: 'Texte',
    nameAndRole: 'Nom, fonction',
    quotation: 'Ce qui a été dit',
    heading: 'Titre',
    shows: 'Ce qu’elle montre',
    caption: 'Légende',
    credit: 'Crédit',
    words: 'mots du lien',
    wrong: 'Ce qui était faux et ce qui est juste',
    reason: 'Pourquoi',
    name: 'Nom',
    role: 'Fonction',
    topics: 'Sur quoi l’interroger',
  },
}
