// The press room as a site of Eleventy: Markdown by its own markdown-it, layouts and the other formats by the parts of the straightforward pipeline.
import juice from 'juice'
import mjml from 'mjml'
import { mail, mailCss, markdown, page, readRoom, textOf, viewOf } from '../parts.mjs'

export default function config(eleventy) {
  const room = readRoom(process.env.PRESS_ROOM)
  const view = (data, content) => ({ ...viewOf(room, data), body: withDateline(content, data.dateline) })
  eleventy.setLibrary('md', markdown)
  eleventy.addTemplate('_includes/page.11ty.js', {
    render: ({ content, ...data }) => page(view(data, content)),
  })
  eleventy.addGlobalData('layout', 'page.11ty.js')
  const each = { layout: null, pagination: { data: 'collections.release', size: 1, alias: 'release' } }
  const besides = (name, render) =>
    eleventy.addTemplate(`${name}.11ty.js`, {
      data: { ...each, permalink: ({ release }) => `releases/${release.data.slug}/${name}` },
      render: ({ release }) => render(view(release.data, release.content)),
    })
  besides('email.html', async (shown) => juice.inlineContent((await mjml(mail(shown))).html, mailCss))
  besides('release.txt', (shown) => textOf(page(shown)))
  return { markdownTemplateEngine: false, dir: { input: '.' } }
}

const withDateline = (html, place) => html.replace('<p>', `<p><strong>${place}</strong> — `)
