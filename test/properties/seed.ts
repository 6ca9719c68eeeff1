import fc from 'fast-check';

/**
 * Properties are tried on the same texts in every run, so that a red test comes from the change that
 * it stands beside. `npm run fuzz` tries them on others.
 */
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 1) });
