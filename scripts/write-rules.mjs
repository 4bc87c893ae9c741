// Writes docs/rules.md from the catalogue of rules. Usage: npm run rules
import { writeFileSync } from 'node:fs';
import { writeRulesPage } from '../dist/rules-page.js';

writeFileSync(new URL('../docs/rules.md', import.meta.url), writeRulesPage());
