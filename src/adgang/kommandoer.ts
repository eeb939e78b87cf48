import type { Command } from 'commander'
import { type Adgangskommandoer, addRolleCommands } from './medarbejder/rolle-kommando.ts'
import { addUdbyderCommand, type Udbyderkommandoer } from './saml/kommando.ts'

/** `adgang …`: roles of people at work, and the logins that they come by. */
export function addAdgangCommands(program: Command, valg: Adgangskommandoer & Udbyderkommandoer): void {
  const adgang = program
    .command('adgang')
    .description('Roller for medarbejdere hos leverandører, kommuner og drift, og deres login')
  addRolleCommands(adgang, valg)
  addUdbyderCommand(adgang, valg)
}
