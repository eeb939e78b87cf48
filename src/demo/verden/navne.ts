/** Common Danish first names and surnames, each on its own no person; put together by chance. */
export const KVINDENAVNE: readonly string[] = (
  'Anne Kirsten Hanne Mette Anna Helle Susanne Lene Maria Marianne Inge Lone Karen Pia Bente Charlotte Inger Camilla Gitte Karin Jette ' +
  'Ida Birgit Tina Louise Julie Sofie Emma Laura Freja Clara Alma Ella Karla Agnes Nanna Signe Sørine Åse Bodil Ragnhild Sara Amina Fatima ' +
  'Zeynep Olga Ewa Line Maja Cecilie Trine Rikke Kamilla Mathilde Frida Asta Vigga Ellen Luna Nora Rosa Lærke Gudrun Ebba Jytte Lis Ruth'
).split(' ')

export const MANDENAVNE: readonly string[] = (
  'Peter Jens Lars Michael Henrik Thomas Søren Jan Christian Martin Niels Anders Morten Jesper Hans Jørgen Mads Per Ole Rasmus Erik Kim ' +
  'Svend Knud Aage Bjørn Emil Oscar Noah William Carl Viggo Malthe Aksel Storm Oliver Lucas Elias Magnus Frederik Mikkel Jakob Kristian ' +
  'Torben Bent Flemming Poul Åge Asbjørn Ali Mohammed Mehmet Tomasz Ivan Sebastian Jonas Simon Tobias August Valdemar Otto Kåre Børge Ejnar'
).split(' ')

export const EFTERNAVNE: readonly string[] = (
  'Nielsen Jensen Hansen Andersen Pedersen Christensen Larsen Sørensen Rasmussen Jørgensen Petersen Madsen Kristensen Olsen Thomsen ' +
  'Christiansen Poulsen Johansen Møller Mortensen Knudsen Jakobsen Mikkelsen Frederiksen Laursen Lund Holm Schmidt Eriksen Clausen ' +
  'Kristiansen Simonsen Svendsen Andreasen Iversen Østergaard Jeppesen Vestergaard Nissen Lauridsen Kjær Jespersen Mogensen Nørgaard ' +
  'Jepsen Frandsen Søndergaard Jessen Carlsen Bertelsen Bruun Dahl Gregersen Bach Friis Kjeldsen Steffensen Krogh Lauritsen Danielsen ' +
  'Ravn Winther Berg Toft Brandt Dam Ågaard Abildgaard Skov Overgaard Yilmaz Hassan Nguyen Kowalska Ahmed'
).split(' ')

/** Streets of towns that do not exist. */
export const VEJE: readonly string[] = [
  'Troldeløkken',
  'Blåklokkestien',
  'Gammel Mølledam',
  'Sneglehusvej',
  'Hyldemorstræde',
  'Krogede Ende',
  'Æblerosevænget',
  'Uglebakkedrag',
  'Lygtemandsvej',
  'Spindekonens Stræde',
  'Brombærgyden',
  'Vindøjevej',
  'Kalkværksløkken',
  'Tørvemosestien',
  'Ræveskovsdalen',
  'Øverste Hammerstræde',
]
