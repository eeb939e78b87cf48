/** Words about numbers, as `fold` writes them. */

/** What says that the digits by it are a CPR number, or its last four. */
export const CPR_ORD: ReadonlySet<string> = new Set(
  `cpr cprnr cprnummer cprnumre cprno cprs personnr personnummer personnumre personid fodselsnummer foedselsnummer foedselsnr ssn`.split(
    /\s+/,
  ),
)

/** What says that four digits are the last of a number whose first six stand before. */
export const LOEBENUMMERORD: ReadonlySet<string> = new Set(
  `loebenr loebenummer loebenumre sidste cifre ciffer slutter slutcifre ender endelse ending endecifre kontrolcifre kontrolciffer
   kontrolnummer kontrolnr fire resten efterfulgt digits`.split(/\s+/),
)

/** Before a date that somebody was born on. */
export const FOEDSELSORD: ReadonlySet<string> = new Set('foedt foedselsdag foedselsdato foedselsdagen fdato foeds fdt'.split(' '))

/** Words written by mistake to the digits before them, which make no id of those. */
export const SMAAORD: ReadonlySet<string> = new Set('s og nr er af i paa til fra'.split(' '))

/** Stand between a label and its digits. */
export const FYLD: ReadonlySet<string> = new Set('nr nrs id nummer numre numrene no num number er lyder'.split(' '))
/** Stand between two numbers of the same label. */
export const BINDEORD: ReadonlySet<string> = new Set('og samt eller'.split(' '))

/** What says that the digits after it are no person's, however they are written. */
export const FASTE_MAERKATER: ReadonlySet<string> = new Set(
  `version ver build udgave
   ean eannr eannummer gln glnnr cvr cvrnr cvrnummer senr senummer
   fakturanr fakturanummer fakturanumre regningsnr regningsnummer kreditnotanr
   rykkernr opkraevningsnr kvitteringsnr ordrenr ordrenummer bestillingsnr
   rekvisitionsnr betalingsnr betalingsid transaktionsnr transaktionsid
   tlf tlfnr tel telf telefon telefonnr telefonnummer telefonnumre mobil mobilnr mobilnummer mob mobiltlf fastnet fax faxnr phone
   hovednummer vagttelefon lokalnr
   konto kontonr kontonummer kontoen reg regnr registreringsnummer iban swift fik giro gironr
   isbn issn imei stelnr stelnummer serienr serienummer maalernr maaler maalernummer maalepunkt installationsnr varenr varenummer
   artikelnr pakkenr forsendelsesnr sporingsnr licensnr vin
   bfe bfenr bfenummer esr ejendomsnr ejendomsnummer matr matrnr matrikel matrikelnr matrikelnummer
   dkk kr kroner beloeb`.split(/\s+/),
)

/** Words that are such a label with "nr." after them alone: "P-nr.", "SE-nr."; "se" is a verb too. */
export const FASTE_MED_NR: ReadonlySet<string> = new Set(
  'se regning rykker opkraevning bestilling rekvisition lokal kvittering transaktion pakke forsendelse faktura fakturaer kreditnota ordre indkoebsordre koebsordre'.split(
    ' ',
  ),
)

/** What says that ten digits in a row are no person's; written as 6 and 4 they still are, for cases are often called by the number. */
export const LOESE_MAERKATER: ReadonlySet<string> = new Set(
  `sagsnr sagsnummer sagsnumre sagsid sagnr j jnr journalnr journalnummer journalnumre
   ref refnr referencenr referencenummer uid uuid guid doknr dokid dokumentnr dokumentnummer dokumentid
   bilagsnr bilagsnummer aktnr aktid kundenr kundenummer
   medlemsnr medlemsnummer medarbejdernr medarbejdernummer tjenestenr loennr loennummer policenr policenummer skadenr skadesnr
   skadenummer skadesnummer debitornr debitornummer kreditornr kreditornummer kontraktnr kontraktnummer
   aftalenr aftalenummer udbudsnr tilbudsnr ticket incident inc req chg sr sagsref anmeldelsesnr anmeldelsesnummer
   indberetningsnr ansoegningsnr ansoegningsnummer ansoegningsid journalpost lejemaalsnr lejernr boligtagernr
   projektnr projektnummer tilladelsesnr byggesagsnr bbr pnr pnummer penhed penheds penhedsnr penhedsnummer produktionsenhed produktionsenhedsnr produktionsenhedsnummer produktionsnummer
   kle dok faktura fakturaer fakturaen kreditnota ordre rekvisition indkoebsordre koebsordre
   parkeringsafgift kontrolafgift varsel batch job koersel`.split(/\s+/),
)

/** Words that are such a label with "nr." after them alone: "sag nr. 0101801234", but not "Sag 0101801234", which may be somebody's. */
export const MAERKATER_MED_NR: ReadonlySet<string> = new Set(
  `p sag sagen sager sags journal journalsag reference dok dokument bilag akt kunde police skade debitor kreditor kontrakt aftale licens
   anmeldelse lejemaal projekt fil tilladelse ansoegning medlem tilbud
   opgave haendelse blanket skema afgift udbud bestilling hjaelpemiddel rapport esdh edoc acadre sbsys workzone getorganized nexus fasit`.split(
    /\s+/,
  ),
)
