import type { Command } from 'commander'
import { addKontrolCommands, type Kontrolvaert } from './merkle/index.ts'
import { addSletCommand, type Sletningsvaert } from './sletning/kommando.ts'
import { addVidneCommands } from './vidne/kommandoer.ts'

/** `borgerblikket adgangslog …`: the log checked, witnessed, and deleted from when its time is over. */
export function addAdgangslogCommands(program: Command, vaert: Omit<Kontrolvaert, 'run'> & Sletningsvaert): void {
  const gruppe = program.command('adgangslog').description('Loggen over, hvem der har set hvad')
  addKontrolCommands(gruppe, vaert)
  addSletCommand(gruppe, vaert)
  addVidneCommands(gruppe, vaert)
}
