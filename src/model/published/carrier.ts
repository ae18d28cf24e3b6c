/** The script that brings a text file of the site. @param path of the file, from the home page. */
export const carrierOf = (path: string) => `${path}.js`;

/** What a carrier calls: `fangkongFile("data/posts.json",'…')`. */
export const fileHook = 'fangkongFile';
