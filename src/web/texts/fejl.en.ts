import type { Fejltekster } from './fejl.da.ts'

export const fejlEn: Fejltekster = {
  ikkeFundet: {
    titel: 'We cannot show this page',
    hvad: 'The address may be misspelt, or the page is not one that you can see. We cannot say which it is.',
    sikkert: 'Nothing has happened to your information.',
    goer: 'Go to the overview and find what you are looking for from there. If something is missing, ask your municipality.',
  },
  ingenAdgang: {
    titel: 'You do not have access to this page',
    hvad: 'The page can only be used by others than the person you are logged in as.',
    sikkert: 'You can still see your own information, and nobody saw it through this attempt.',
    goer: 'Go to the overview. If you should have access on behalf of somebody else, ask your municipality.',
  },
  formular: {
    titel: 'The page had become too old',
    hvad: 'What you sent came from a page that had been open for too long. So we have done nothing.',
    sikkert: 'Nothing has been changed, and nobody else has received your information.',
    goer: 'Go back, open the page again, and try once more.',
  },
  log: {
    titel: 'We show nothing right now',
    hvad: 'We show nothing right now because we cannot write down that the information is being seen. Nobody may see your information without you being able to see it afterwards.',
    sikkert: 'Your information is still there. Nothing is lost, and nothing has been shown.',
    goer: 'Try again in a few minutes. If it is urgent, call your municipality.',
  },
  utilgaengelig: {
    titel: 'We show nothing right now',
    hvad: 'We show nothing right now because we cannot get the information. That does not mean that there is none.',
    sikkert: 'Your information is still there. Nothing is lost.',
    goer: 'Try again in a few minutes. If it is urgent, call your municipality.',
  },
  travlt: {
    titel: 'It is busy right now',
    hvad: 'We show nothing right now because too many people are using the site at the same time.',
    sikkert: 'Your information is still there, and you are still logged in.',
    goer: 'Wait a moment, and open the page again.',
  },
  uventet: {
    titel: 'Something went wrong on our side',
    hvad: 'The page could not be finished. The error is ours and not yours, and we have written it down.',
    sikkert: 'Your information is still there. Nothing has been changed.',
    goer: 'Try again. If it keeps happening, write to us and tell us at what time it happened.',
  },
  udloebet: {
    titel: 'You have been logged out because nothing happened',
    hvad: 'You had not used the site for 15 minutes. Then we log you out, so that others cannot see your information.',
    sikkert: 'Nobody can see your information on this screen without logging in again.',
    goer: 'Log in again if you want to continue. If this is not your own computer, close the browser too.',
  },
  loggetUd: {
    titel: 'You are logged out',
    hvad: 'You are now logged out of Borgerblikket.',
    sikkert: 'Nobody can see your information on this screen without logging in again. The Back button does not show it either.',
    goer: 'If this is not your own computer, close the browser too.',
  },
  loggetUdHer: {
    titel: 'You are logged out here',
    hvad: 'You are logged out of Borgerblikket. Now we log you out at MitID too.',
    sikkert: 'Nobody can see your information on this screen without logging in again.',
    goer: 'If nothing happens, press the button.',
  },
  ikkeLoggetUd: {
    titel: 'You are not logged out',
    hvad: 'Another website asked to log you out. We only do that when you ask for it here yourself.',
    sikkert: 'Nothing has been shown to the other website.',
    goer: 'If you want to log out, go to the overview and press Log out.',
  },
  loginNiveau: {
    titel: 'Your MitID login was not secure enough',
    hvad: 'To show personal information we need to be more certain that it is you. You used a login at a lower level.',
    sikkert: 'You are not logged in, and nothing has been shown.',
    goer: 'Log in again with the MitID app or code display. If that does not work, Citizen Service can help you with MitID.',
  },
  loginUdenCpr: {
    titel: 'We could not see who you are',
    hvad: 'MitID gave us no CPR number. Without it we cannot find your information at the municipality.',
    sikkert: 'You are not logged in, and nothing has been shown.',
    goer: 'Ask your municipality. Citizen Service can help you with MitID.',
  },
  loginNede: {
    titel: 'MitID does not answer',
    hvad: 'We could not get an answer from MitID. So we cannot let you in right now.',
    sikkert: 'You are not logged in, and nothing has been shown. Your information is still there.',
    goer: 'Try again in a few minutes. If it is urgent, call your municipality.',
  },
  loginFejl: {
    titel: 'You could not be logged in',
    hvad: 'MitID said no, and we cannot see why. The fault is not yours.',
    sikkert: 'You are not logged in, and nothing has been shown. Your information is still there.',
    goer: 'Try again. If it keeps happening, call your municipality.',
  },
  loginErhverv: {
    titel: 'You logged in for a company',
    hvad: 'Here you can only see your own information. So you cannot use a business login.',
    sikkert: 'You are not logged in, and nothing has been shown.',
    goer: 'Log in again with your private MitID.',
  },
  loginUkendt: {
    titel: 'You were not logged in',
    hvad: 'Your login was too old, had been used before, or was started in another browser.',
    sikkert: 'You are not logged in, and nothing has been shown.',
    goer: 'Try to log in again.',
  },
  loginAfbrudt: {
    titel: 'You were not logged in',
    hvad: 'The login was interrupted before it was finished.',
    sikkert: 'You are not logged in, and nothing has been shown.',
    goer: 'Try again if you want to log in.',
  },
  loginUnder15: {
    titel: 'You can see your cases here when you turn 15',
    hvad: 'When you are under 15, your parents can see your cases here. You still have a right to know what the municipality does for you.',
    sikkert: 'You are not logged in, and nothing has been shown.',
    goer: 'If you want to know something, ask an adult you trust, or call your municipality. You can call the child helpline BørneTelefonen free and in secret at 116 111.',
  },
}
