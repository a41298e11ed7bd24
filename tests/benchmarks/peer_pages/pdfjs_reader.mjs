// The text of a file by pdf.js, the reader of Firefox; run as `node pdfjs_reader.mjs module file.pdf`.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [, , module, file] = process.argv;
const { getDocument, VerbosityLevel } = await import(pathToFileURL(module).href);
const data = new Uint8Array(readFileSync(file));
const pages = await getDocument({ data, verbosity: VerbosityLevel.ERRORS }).promise;
let text = "";
for (let number = 1; number <= pages.numPages; number++) {
  const content = await (await pages.getPage(number)).getTextContent();
  text += content.items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join("") + "\n";
}
process.stdout.write(text);
