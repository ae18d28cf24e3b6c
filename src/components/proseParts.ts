import ProseCode from './ProseCode.astro';
import ProseTable from './ProseTable.astro';
import SitePicture from './SitePicture.astro';

/** What stands for the plain elements of the bureau's prose, on every page that renders it. */
export const proseParts = { img: SitePicture, pre: ProseCode, table: ProseTable };
