/**
 * The grammar of every id and name, in one place and of one width. Only patterns, no zod: pages in
 * the browser read ids out of addresses and saved files by the same rules.
 */
export const wallIdPattern = /^w\d{2,3}$/;
export const stepIdPattern = /^w\d{2,3}-s\d{2}$/;
export const exitIdPattern = /^w\d{2,3}-x\d{2}$/;
export const riskIdPattern = /^w\d{2,3}-r\d{2,3}$/;
/** A wall or one of its steps, as other content points to it. */
export const placeIdPattern = /^w\d{2,3}(?:-s\d{2})?$/;
/** Questions of a wall, and general ones. */
export const questionIdPattern = /^(?:w\d{2,3}|gen)-q\d{2,3}$/;
export const questionPartIdPattern = /^(?:w\d{2,3}|gen)-q\d{2,3}-[a-f]$/;
export const promiseIdPattern = /^[a-z]+-p\d{2}$/;
export const documentIdPattern = /^m\d{2,3}$/;
export const figureIdPattern = /^f\d{2}$/;
/** A post of the catalogue: `cadastre/registrar`. */
export const postRefPattern = /^[a-z][a-z0-9-]{0,60}\/[a-z][a-z0-9-]{0,60}$/;
export const departmentIdPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** One line of plain text. Angle brackets are barred so that no markup can hide in data. */
export const plainLinePattern = /^[^<>{}\n\r\t]*$/;

/** Names of files become addresses, so they keep to what an address can hold. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Every id of a risk that a text mentions, whatever its case, in small letters. */
export function riskIdsIn(text: string): string[] {
  return text.toLowerCase().match(/\bw\d{2,3}-r\d{2,3}\b/g) ?? [];
}

/** The wall that an id belongs to: `w01-r07` → `w01`, `gen-q03` → `gen`. */
export function wallOfId(id: string): string {
  return id.split('-')[0] ?? id;
}

/** The id of the wall that a text begins with, in small letters; empty when it begins otherwise. */
export function leadingWallId(text: string): string {
  return /^w\d{2,3}(?!\d)/i.exec(text.trim())?.[0].toLowerCase() ?? '';
}
