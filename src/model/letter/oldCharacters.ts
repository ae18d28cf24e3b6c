/**
 * The 80 places of GBK (FE50 to FEA0) whose characters Unicode did not have yet: fonts and tables of
 * those years hold them as private characters from U+E815 on, in this order. The standard ones are
 * those of GB 18030-2005 and GB 18030-2022, appendix D.
 */
const run = Array.from(
  [
    '⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟',
    '㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱',
    '䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟',
    '䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻',
  ].join(''),
);

/** Standard characters by the private code point that old tables have in their place. */
export const standardCharacters: ReadonlyMap<number, string> = new Map([
  ...run.map((char, i): [number, string] => [0xe815 + i, char]),
  // The full-width space of GBK (A3A0) in its private place.
  [0xe5e5, '\u3000'],
]);
