import { matchesIn } from '../../../source/matches.ts'
import { isInside } from '../../../source/network.ts'
import { addressesIn } from '../online/addresses.ts'
import { defineTextRule } from '../rule.ts'

export const privateAddress = defineTextRule({
  code: 'private-address',
  severity: 'error',
  summary: 'Link to nothing that only the house can open',
  why: 'An address of the own network or the own machine opens nothing for readers, and shows outsiders how the house is wired. It comes along when a link is copied from a preview, an intranet or a shared drive. One with a name and a password in it gives those away.',
  rate: 'rare, all of them errors',
  examples: {
    good: [
      '---\nheadline: Acme opens a plant\n---\n\nRead [the report](https://www.example.org/10.0.0.1).\n',
      '=== press.yaml\norganization: { name: Acme }\nbase-url: http://press.intranet/\n=== releases/2026-01-02-x.md\n---\nheadline: Acme opens a plant\n---\n\nRead [the first one](http://press.intranet/first/).\n',
    ],
    bad: {
      '---\nheadline: Acme opens a plant\n---\n\n[One](http://localhost:3000/x), [two](https://192.168.1.7/), [three](http://wiki/plant), [four](http://[::1]/), [five](https://jane:secret@www.example.org/).\n':
        '5:1 Link into the own network, "localhost"\n5:33 Link into the own network, "192.168.1.7"\n5:62 Link into the own network, "wiki"\n5:90 Link into the own network, "::1"\n5:113 Link with a name and a password',
    },
  },
  check(text, report) {
    if (!matchesIn(text.source.text, anyHost).some(([, host = '']) => host.includes('@') || isInside(bare(host))))
      return
    const own = hostOf(text.room.settings.baseUrl ?? '')
    for (const { url, at } of addressesIn(text)) {
      const host = hostOf(url)
      if (/^https?:\/\/[^/?#\s]*@/i.test(url))
        report({ message: 'Link with a name and a password', hint: 'take them out, and change the password', at })
      else if (host !== undefined && host !== own && isInside(host))
        report({ message: `Link into the own network, "${host}"`, hint: 'write the address that the public has', at })
    }
  },
})

/** Most texts have none that needs a second look. */
const anyHost = /https?:\/\/(\[[^\s\]]*\]|[^\s/?#)>\]"',}]*)/gi
const bare = (host: string): string => (host.startsWith('[') ? host : host.replace(/:\d*$/, '')).replace(/^\[|\]$/g, '')

function hostOf(url: string): string | undefined {
  try {
    return bare(new URL(url).hostname)
  } catch {
    return undefined
  }
}
