const token = process.env.NPM_TOKEN;
const args = process.argv;
