import { writeFileSync } from 'node:fs'
import { skrivFejlkatalog } from './fejlkatalog/skriv.ts'

/** Writes docs/tilslutning/fejlkatalog.md; `npm run check -- fejlkatalog` says whether it is up to date. */
writeFileSync(new URL('../docs/tilslutning/fejlkatalog.md', import.meta.url), skrivFejlkatalog())
console.log('docs/tilslutning/fejlkatalog.md is written.')
