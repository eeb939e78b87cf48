/** The page on which a file of look-ups is checked. */
export const logkontrolEn = {
  overskrift: 'Check the list of who has looked',
  lead: 'Choose the file that you fetched from “Who has looked”. Your browser does the sums itself. Nothing of the file is sent.',
  udenScript: 'The check on this page needs JavaScript. Without it a program can do it: see the end of the page.',
  fil: 'The file',
  filHjaelp: 'hvem-har-set.json',
  foer: 'A file that you fetched before',
  foerHjaelp: 'Can be left out. With it you can see that no line has been taken out since.',
  andetsteds: 'Use keys and signatures that you have from elsewhere',
  noegle: 'The key of the log',
  noegleHjaelp: 'It was fetched from here. If you have it from elsewhere, use that: then you need not trust this page.',
  vidnekontrolpunkt: 'A witness’s checkpoint',
  vidnekontrolpunktHjaelp:
    'Can be left out: what witnesses have signed goes with the file. One that you have from a witness counts before it.',
  vidnenoegler: 'The keys of the witnesses',
  vidnenoeglerHjaelp:
    'One on each line. Those here were fetched from here. One that you have from the witness itself proves more.',
  knap: 'Check',
  udfald: {
    beviste: 'Lines that stand in the log as they stand in the file: {0}.',
    forkerte: 'Lines in the file that are not what stands in the log: {0} (number {1}).',
    fremmede: 'Lines in the file that are about somebody else or stand there twice: {0} (number {1}).',
    udaekkede:
      'Lines that are newer than what the log has signed: {0}. Nothing is shown of them. Fetch the file again in a minute.',
    ingenVidner: 'Neither the file nor you give what a witness has signed. The check rests on the log’s own signature alone.',
    vidnenoegleUgyldig: 'The key of the witness cannot be read.',
    kontrolpunktUgyldigt: 'The checkpoint of the witness is not of this log, or a signature does not hold.',
    vidneMangler: 'No witness with that key has signed the checkpoint.',
    vidneUenig: 'The log does not fit what the witness has signed. Keep both, and ask the municipality.',
    vidneEnig:
      'The log fits what {0} has signed. Lines of the whole log that have come since and are not covered by the witness: {1}.',
    vidneDaekker:
      'Lines of the file that a witness’s signature covers: {0}. Newer ones, which rest on the log’s own signature alone: {1}.',
    ingenFoer: 'You have not given a file from before. So it is not shown whether lines have been taken out since.',
    foerUgyldig: 'The file from before is no extract of this log.',
    foerForkert: 'There are lines in the file from before that are not what stood in the log.',
    foerUenig:
      'The log has not gone on from the one that the file from before was fetched of. Keep both files, and ask the municipality.',
    foerUdvalg: 'The new file holds only some lines by your choice. Fetch one without choosing period or who.',
    foerMangler:
      'Lines of the file from before that are missing in the new one: {0} (number {1}). Keep both files, and ask the municipality.',
    foerHel: 'Lines of the file from before that are still here: {0}. Older than what the new file goes back to: {1}.',
    ingenKrypto: 'Your browser cannot do the sums here. Use a newer browser, or let a program do it.',
    noegleUgyldig: 'The key of the log cannot be read.',
    filUgyldig: 'The file is no extract of the log that the key belongs to.',
    fejl: 'It could not be checked. Try again.',
  },
  vidner: {
    overskrift: 'Witnesses',
    tekst:
      'They sign the log each minute, and only where it goes on from what they signed before. What the operator alone has signed the operator could sign anew.',
    ingen: 'The log has no witnesses yet. It rests on the signature of those who run it alone.',
    vidne: 'Witness',
    senest: 'Latest',
    linjer: 'Lines',
    noegle: 'Key',
    aldrig: 'Not yet',
  },
  kanIkke: {
    overskrift: 'What the check cannot show',
    punkter: [
      'Whether all that was seen was written in the log. That is for the program to see to: it shows nothing before the line is written.',
      'Whether there are lines that you have never been given. Some can be left out by law.',
      'Anything of the newest lines: the log signs every ten seconds, and a witness comes less often.',
      'That this page itself is honest: it comes from those whom it checks. A program on a machine of your own does not.',
    ] as readonly string[],
  },
  program: {
    overskrift: 'By a program on a machine of your own',
    tekst: 'The program is open, and needs nothing but the file and the key.',
  },
}

export type Logkontroltekster = typeof logkontrolEn
