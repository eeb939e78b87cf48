import type { Arbejdsfejltekster } from './arbejdsfejl.da.ts'

export const arbejdsfejlEn: Arbejdsfejltekster = {
  ikkeFundet: {
    titel: 'We cannot show this page',
    hvad: 'The address may be wrong, or the page is not one that you can see. We cannot say which.',
    goer: 'Go to the start page and find what you are looking for from there.',
  },
  ingenRolle: {
    titel: 'You have no role here',
    hvad: 'You are logged in, but you do not have a role that opens this page.',
    goer: 'Ask the one who can give the role for it. Send the details below along, so that it is given to the right person.',
  },
  formular: {
    titel: 'We did nothing',
    hvad: 'What you sent did not come from a page made for your present login. The page may have been open since before you logged in.',
    goer: 'Open the page again and try once more. Nothing has been changed.',
  },
  utilgaengelig: {
    titel: 'The page cannot be shown right now',
    hvad: 'We cannot read what the page is to show. That does not mean that there is nothing.',
    goer: 'Nothing has been lost. Try again in a few minutes.',
  },
  uventet: {
    titel: 'Something went wrong on our side',
    hvad: 'The page could not be shown because of a fault of ours.',
    goer: 'Try again. If it persists, contact the operator of Borgerblikket.',
  },
  travlt: {
    titel: 'It is busy right now',
    hvad: 'Too many are using the page at the same time.',
    goer: 'You are still logged in. Wait a moment and open the page again.',
  },
  ugyldig: {
    titel: 'What you sent cannot be used',
    hvad: 'It is too large or has a form that we cannot read.',
    goer: 'Nothing has been changed. Go back, correct it and try again.',
  },
  udloebet: {
    titel: 'You are logged out',
    hvad: 'Your login has run out because you have not used the page for 15 minutes, or because you logged out.',
    goer: 'What was saved is saved. Log in again to go on.',
  },
  loggetUd: { titel: 'You are logged out', hvad: 'Nobody can see anything through your login.', goer: 'You can close the page.' },
  loggetUdHer: {
    titel: 'You are logged out here',
    hvad: 'In a moment you will be logged out at MitID too.',
    goer: 'If nothing happens, use the button.',
  },
  loggetUdHerOgDer: {
    titel: 'You are logged out here',
    hvad: 'In a moment you will be logged out where you work too.',
    goer: 'If nothing happens, use the button.',
  },
  logUdUbekraeftet: {
    titel: 'You are logged out here',
    hvad: 'We have not been told that you are logged out where you work too. The next person at the machine may be able to log in as you.',
    goer: 'Log out where you work, or close the browser.',
  },
  ikkeLoggetUd: {
    titel: 'You are not logged out',
    hvad: 'The wish to log out came from another website, so we did nothing.',
    goer: 'Log out with the button at the top of the page.',
  },
  loginUkendt: {
    titel: 'You are not logged in',
    hvad: 'Your login has expired, has been used already, or was started in another browser.',
    goer: 'Please try to log in again.',
  },
  loginAfbrudt: { titel: 'You are not logged in', hvad: 'You cancelled your login.', goer: 'Log in when you are ready.' },
  loginNede: {
    titel: 'You cannot log in right now',
    hvad: 'Login with MitID Erhverv does not answer. The fault is not yours.',
    goer: 'Try again in a few minutes.',
  },
  loginFejl: {
    titel: 'You are not logged in',
    hvad: 'The login could not be completed because of a fault here or at MitID.',
    goer: 'Try again. If it persists, contact the operator of Borgerblikket.',
  },
  loginNiveau: {
    titel: 'Your login is not secure enough',
    hvad: 'You logged in at assurance level Low. Substantial or High is required here.',
    goer: 'Log in again with a stronger means, such as the MitID app.',
  },
  loginPrivat: {
    titel: 'You logged in as a private person',
    hvad: 'These pages are for people at work, and you are not logged in to them.',
    goer: 'Log in again and choose your business identity. You see your own information on the pages for citizens.',
  },
  loginUdenOrganisation: {
    titel: 'Your login names no organisation',
    hvad: 'Your business identity is not linked to a CVR number and a user in an organisation that we can read.',
    goer: 'Talk to the one who administers MitID Erhverv in your organisation.',
  },
  samlAfvist: {
    titel: 'You are not logged in',
    hvad: 'The answer from your own organisation’s login could not be approved. So you are not logged in, and nothing has been shown.',
    goer: 'Try again. If it persists, contact the one who answers for login where you work.',
  },
  samlAfvistDer: {
    titel: 'You are not logged in',
    hvad: 'Your own organisation’s login said no. We have not been told why.',
    goer: 'Try again, or contact the one who answers for login where you work.',
  },
  samlTid: {
    titel: 'You are not logged in',
    hvad: 'The answer from your own organisation’s login does not hold at this time. It may be too old, or two clocks may differ.',
    goer: 'Log in again. If it persists, contact the one who answers for login where you work.',
  },
  samlFremmed: {
    titel: 'You are not logged in',
    hvad: 'Your own organisation’s login named another organisation than those it may speak for.',
    goer: 'Choose the place where you work when you log in. If it persists, contact the one who answers for login there.',
  },
  logUdAfvist: {
    titel: 'We did nothing',
    hvad: 'The message about logging out could not be approved. If you are logged in here, you still are.',
    goer: 'Log out with the button at the top of the page.',
  },
}
