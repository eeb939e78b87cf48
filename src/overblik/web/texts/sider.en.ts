import type { Sidetekster } from './sider.da.ts'

export const siderEn: Sidetekster = {
  forside: {
    titel: 'See what your municipality holds about you',
    lead: 'Borgerblikket gathers your cases, letters, notes, benefits and payments from municipalities in one place.',
    login: 'You need your own MitID to see your information.',
    udlogning: 'We log you out when you have done nothing for 15 minutes.',
    viser: 'What you can see here',
    grunde: [
      { titel: 'Your cases', tekst: 'Which cases municipalities have with you, how far they are, and whom you can ask.' },
      { titel: 'Your money', tekst: 'What you have been granted, what has been paid, and when you will get money next.' },
      {
        titel: 'Who has looked',
        tekst: 'Each time somebody sees your information here, it is written down so that you can see it.',
      },
    ],
    viserIkke: 'What you cannot see here',
    ikke: [
      'Cases with the state, the region, hospitals and the tax agency.',
      'State pension, housing benefit, child benefit and other things from Udbetaling Danmark, where they are not connected.',
      'What your municipality has not opened for or not connected yet. We say so on the page when we do not know.',
      'Cases and information that are exempt by law.',
    ],
    under15: 'If you are under 15, your parents can see your cases here.',
  },
  saadanVirkerDet: {
    titel: 'How it works',
    lead: "The municipality's systems tell us when something happens in your cases. We show it to you and to no other citizen.",
    afsnit: [
      {
        overskrift: 'Where does the information come from?',
        tekst: [
          'Municipalities use many systems: one for home care, one for the job centre, one for day care and several others. Those that are connected send us the most important information about your cases.',
          'We do not change it. If something is wrong here, it is wrong at the municipality too.',
        ],
      },
      {
        overskrift: 'Who decides what I can see?',
        tekst: [
          'Your municipality decides which kinds of cases are shown, and from when. Some cases and information it may not show here, for example because the law protects another person.',
          'New decisions are shown only when the letter has been sent, so that you do not read them here before you have the letter.',
        ],
      },
      {
        overskrift: 'What does it mean when nothing is shown?',
        tekst: [
          'We only say that there are no cases that can be shown when every system that could hold one is connected and we have compared counts. Otherwise we say what we do not know and whom you can ask.',
        ],
      },
      {
        overskrift: 'Can somebody help me?',
        tekst: [
          "If you have custody of a child under 15, you can see some of the child's cases. You can also print a page and bring it when you talk with the municipality or with the person who helps you.",
        ],
      },
      {
        overskrift: 'Is somebody watching you?',
        tekst: [
          'On every page there is a button that quickly takes you away to a page about the weather. The tab in your browser shows only the name Borgerblikket. Your browser may still remember that you were here. Delete the history if others use your telephone or computer.',
        ],
      },
    ],
  },
  privatliv: {
    titel: 'Your information and your privacy',
    lead: 'Your municipality is responsible for the information about you. Borgerblikket shows it on behalf of the municipality.',
    afsnit: [
      {
        id: 'hvad',
        overskrift: 'What do we hold about you?',
        tekst: [
          "We hold what the municipality's systems have sent: titles of cases and letters, notes, benefits, payments, appointments and deadlines. We do not hold the letters themselves.",
          'Your CPR number is stored under lock, and it does not stand in addresses of pages or in our technical records.',
          'If you answer whether you could understand a note, we store only yes or no. Your name and the note are not stored with the answer.',
        ],
      },
      {
        id: 'hvem',
        overskrift: 'Who can see it?',
        tekst: [
          "You can see your own information. Whoever has custody of a child under 15 can see some of the child's. Each look-up is written down before anything is shown. If we cannot write it down, we show nothing.",
        ],
      },
      {
        id: 'ret',
        overskrift: 'How do I have something corrected?',
        tekst: [
          'Tell the unit that is named on the case, or your municipality. Say what is wrong and what is right. The municipality has to answer you, usually within a month.',
          'The municipality may usually not delete the old information but has to write your correction beside it. If it refuses, it has to tell you why and how you can complain.',
        ],
      },
      {
        id: 'aktindsigt',
        overskrift: 'Can I see everything?',
        tekst: [
          'You have a right to ask the municipality to see your cases and to be told which information it holds about you. You ask the municipality, and you do not have to say why.',
        ],
      },
      {
        id: 'klage',
        overskrift: 'Where can I complain?',
        tekst: [
          "First ask your municipality's data protection officer. You can also complain to the Danish Data Protection Agency at datatilsynet.dk.",
        ],
      },
      {
        id: 'cookies',
        overskrift: 'Do you use cookies?',
        tekst: [
          'Only those needed to keep you logged in and to remember which language you read. We do not follow you, and we share nothing with other websites.',
        ],
      },
    ],
  },
  tilgaengelighed: {
    titel: 'Accessibility statement',
    lead: 'Everybody should be able to use Borgerblikket. Tell us if you cannot.',
    afsnit: [
      {
        overskrift: 'What have we done?',
        tekst: [
          'The pages are made to WCAG 2.1, levels A and AA, as Danish law on the accessibility of public websites requires. Everything important works without script, with a keyboard, at high magnification and in print.',
        ],
      },
      {
        overskrift: 'How have we tested it?',
        tekst: [
          'A program goes through every page in Danish and English, on telephone and computer, whenever we change something. A program does not find everything. The pages have not been tried by people with disabilities yet.',
        ],
      },
      {
        overskrift: 'What is not accessible?',
        tekst: [
          'We know of no errors in the pages themselves. Titles and notes are written by employees of municipalities and may be hard to understand, and most are in Danish.',
        ],
      },
      {
        overskrift: 'Whom do I tell if something does not work?',
        tekst: [
          'Write or call your municipality. Say which page it was and what you wanted to do. If you do not get an answer that you can use, you can turn to the Agency for Digital Government at digst.dk.',
        ],
      },
    ],
  },
  kontakt: {
    titel: 'Contact',
    lead: 'It is your municipality that knows your cases.',
    afsnit: [
      {
        overskrift: 'Questions about a case',
        tekst: [
          'Open the case. It says which unit has it, with telephone and opening hours. Do not write sensitive information in an ordinary e-mail. Use Digital Post.',
        ],
      },
      {
        overskrift: 'Is something missing?',
        tekst: [
          "First look under What can I see here whether the area is included. If it is not, call the municipality's Citizen Service.",
        ],
      },
      {
        overskrift: 'Help with MitID',
        tekst: ["The municipality's Citizen Service can help you. You can also get help at mitid.dk."],
      },
      {
        overskrift: 'Are you in danger?',
        tekst: [
          'Call 112. If somebody you know is violent towards you, you can call Lev Uden Vold (Live Without Violence) free at 1888. The number does not show on the telephone bill.',
        ],
      },
    ],
  },
}
