import { type BorgerEmne, emne } from './emne.ts'

/** What belongs to no other life area: access to documents, waste fees, country building, burial, going home, transport for disabled people. */
export const andet: readonly BorgerEmne[] = [
  emne(
    '00.06.04',
    'Ansøgninger og udbetalinger af legater',
    ['Legat', 'Du har søgt eller får penge fra et legat, som kommunen bestyrer.'],
    ['Grant from a fund', 'You have applied for or receive money from a fund that the municipality manages.'],
  ),
  emne(
    '00.07.03',
    'Aktindsigt - forvaltningsprincipper',
    ['Aktindsigt', 'Et ønske om at se dokumenter i en sag hos kommunen.'],
    ['Access to documents', 'A request to see documents in a case at the municipality.'],
  ),
  emne(
    '00.07.04',
    'Partshøring - forvaltningsprincipper',
    ['Din mulighed for at udtale dig', 'Du bliver spurgt, før kommunen træffer en afgørelse.'],
    ['Your chance to comment', 'You are asked before the municipality makes a decision.'],
  ),
  emne(
    '01.03.03',
    'Udstykning, bebyggelse eller ændret anvendelse i landzone',
    ['Byggeri på landet', 'Tilladelse til at bygge, udstykke eller bruge noget anderledes på landet.'],
    ['Building in the countryside', 'Permission to build, divide land or change its use in the countryside.'],
  ),
  emne(
    '04.31.15',
    'Gravsteder',
    ['Gravsted', 'Et gravsted på en kommunal kirkegård.'],
    ['Grave', 'A grave in a municipal cemetery.'],
  ),
  emne(
    '07.00.10',
    'Affaldsgebyrer',
    ['Gebyr for affald', 'Det, du betaler for, at kommunen tager sig af affald.'],
    ['Waste fee', 'What you pay for the municipality to deal with waste.'],
  ),
  emne(
    '09.18.01',
    'Miljøregulering af ikke-erhvervsmæssigt dyrehold',
    ['Dyr, der generer naboer', 'En sag om hold af dyr, som kan genere naboer.'],
    ['Animals that disturb neighbours', 'A case about keeping animals that may disturb neighbours.'],
  ),
  emne(
    '13.05.18',
    'Individuel handicapkørsel for svært bevægelseshæmmede',
    ['Handicapkørsel', 'Kørsel til fritid og besøg for dig, som har svært ved at gå.'],
    ['Transport for people with reduced mobility', 'Transport for leisure and visits for you who have great difficulty walking.'],
  ),
  emne(
    '14.12.22',
    'Fyrværkeri og andre pyrotekniske artikler',
    ['Fyrværkeri', 'Tilladelse til at bruge, sælge eller opbevare fyrværkeri.'],
    ['Fireworks', 'Permission to use, sell or store fireworks.'],
  ),
  emne(
    '32.36.10',
    'Hjemrejsebistand',
    ['Hjælp til at rejse hjem', 'Penge og hjælp til dig, som ønsker at flytte tilbage til dit hjemland.'],
    ['Help to return home', 'Money and help for you who wish to move back to your home country.'],
  ),
  emne(
    '32.64.04',
    'Kommunens bistand om kontante ydelser og tilskud på Udbetaling Danmarks sagsområde',
    ['Hjælp til kontakten med Udbetaling Danmark', 'Kommunen hjælper dig med ydelser, som Udbetaling Danmark står for.'],
    ['Help with Udbetaling Danmark', 'The municipality helps you with benefits that Udbetaling Danmark is in charge of.'],
  ),
]
