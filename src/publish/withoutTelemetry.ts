// Imported before Astro, which would otherwise tell its makers of every build and every start: what
// runs on the machines of a bureau calls out to nobody.
process.env.ASTRO_TELEMETRY_DISABLED = '1';
