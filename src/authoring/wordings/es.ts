import type { Wording } from './shape.ts'

export const es: Wording = {
  about: (name) => `Acerca de ${name}`,
  draft: 'quite esta línea cuando el comunicado pueda salir',
  subheadline: '[añadir un subtítulo, o quitar esta línea]',
  summary: '[añadir la noticia en una o dos frases, para la vista previa del correo]',
  place: '[añadir la ciudad]',
  partner: '[añadir el nombre de la otra organización]',
  bodies: {
    'press-release': `[añadir la noticia en una frase de 25 a 35 palabras: quién hace qué, cuándo y dónde]

[añadir por qué importa, con la cifra que lo muestra]

«[añadir lo que alguien dijo de verdad]», dijo [añadir el nombre y el cargo].

[añadir qué sigue, y qué día]
`,
    'media-advisory': `[añadir en una frase a qué se invita a la prensa, y qué verá]

- **Quién:** [añadir quiénes estarán, con sus cargos]
- **Qué:** [añadir qué ocurrirá]
- **Cuándo:** [añadir el día, la fecha y la hora, con la zona horaria]
- **Dónde:** [añadir el lugar y su dirección, o el enlace]
- **Imágenes:** [añadir qué hay para filmar y fotografiar, y cuándo]
- **Inscripción:** [añadir cómo y hasta cuándo inscribirse, y qué traer]
`,
    statement: `[añadir en una frase a qué responde esta declaración, y de quién es]

::: quote [añadir el nombre y el cargo]
«[añadir la declaración, en las palabras de la persona]»
:::

[añadir lo que hace falta saber para entenderla]
`,
    joint: `[añadir la noticia en una frase de 25 a 35 palabras: qué organizaciones hacen qué juntas, cuándo y dónde]

[añadir por qué lo hacen juntas, y qué aporta cada una]

«[añadir lo que alguien dijo de verdad]», dijo [añadir el nombre, el cargo y la organización].

«[añadir lo que dijo la otra organización]», dijo [añadir el nombre, el cargo y la organización].

[añadir qué sigue, y qué día]
`,
  },
  form: `El lugar, la marca de fin, los contactos y los textos «Acerca de» se añaden solos. Una foto es un archivo junto a este:
![qué muestra](foto.jpg). Entre líneas de tres signos de dos puntos van ::: quote (cita), ::: fact-box (recuadro) y ::: notes.`,
  first: {
    headline: 'Un primer comunicado, para mostrar la forma',
    subheadline: 'Escriba encima, o bórrelo',
    summary: 'Esta línea es la vista previa del correo, y lo que los buscadores muestran bajo el titular.',
    body: `El primer párrafo da la noticia en una frase: quién hace qué, cuándo y dónde, en 25 a 35 palabras. La marca de fin, los contactos y el texto «Acerca de» de abajo se añaden solos.

El segundo párrafo dice por qué importa, con la cifra que lo muestra. Entre dos párrafos hay una línea vacía.

::: quote Un nombre, y el cargo de la persona
«Una cita es lo que alguien dijo de verdad, con sus propias palabras.»
:::

## Un intertítulo, cuando el texto es largo

- Cada elemento de una lista empieza con un guion.
- Las palabras de un [enlace a una página](https://www.example.org/) van entre corchetes, y la dirección detrás.

::: fact-box En breve
- Un recuadro como este va entre líneas de tres signos de dos puntos.
:::

El último párrafo dice qué sigue, y qué día.
`,
  },
  contactsFile:
    'A quién pueden llamar los periodistas. Cada persona tiene un nombre corto, a su elección, con el que los comunicados la llaman.',
  translation: '[añadir la traducción]',
  snippets: {
    release: 'Un comunicado, con sus campos',
    quote: 'Una cita destacada',
    facts: 'Un recuadro',
    notes: 'Notas para la redacción, en el texto',
    embargo: 'Hasta cuándo nadie puede publicar',
    picture: 'Una foto con su pie',
    link: 'Un enlace',
    correction: 'Una corrección, arriba del todo',
    withdrawn: 'Retirar el comunicado',
    event: 'Cuándo y dónde, para una convocatoria',
    speaker: 'Alguien a quien entrevistar',
    figure: 'Una cifra de templates/facts.yaml',
  },
  labels: {
    headline: 'Titular',
    place: 'Ciudad',
    text: 'Texto',
    nameAndRole: 'Nombre, cargo',
    quotation: 'Lo que se dijo',
    heading: 'Título',
    shows: 'Qué muestra',
    caption: 'Pie de foto',
    credit: 'Crédito',
    words: 'palabras del enlace',
    wrong: 'Qué estaba mal y qué es lo correcto',
    reason: 'Por qué',
    name: 'Nombre',
    role: 'Cargo',
    topics: 'Sobre qué preguntar',
  },
}
