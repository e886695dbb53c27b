import type { Client } from './client.ts'

/** Mail on iPhone, iPad and Mac. */
export const apple: Client = {
  name: 'apple',
  title: 'Apple Mail',
  summary: 'Shows the email as it is, as a browser would.',
  source: 'caniemail.com, Apple Mail (June 2026)',
  transform: (html) => html,
}
