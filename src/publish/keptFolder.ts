/**
 * Where builds leave things for the next one: under `node_modules/.cache`, unless FANGKONG_KEPT_DIR
 * names another folder (the tests do).
 */
export function keptFolder(): string {
  return process.env.FANGKONG_KEPT_DIR ?? 'node_modules/.cache/fangkongqiang';
}
