// Asks the endpoint that is named by the first argument as a program with sparql-http-client would,
// by each of its operations; prints what it found, a line of JSON a run. The client has no call of
// its own for DESCRIBE: its construct() serves both.
import ParsingClient from "sparql-http-client/ParsingClient.js";

const foaf = "PREFIX foaf: <http://xmlns.com/foaf/0.1/> ";
const client = new ParsingClient({ endpointUrl: process.argv[2] });

async function ask(operation) {
  const options = { operation };
  const objects = async (query) =>
    [...await client.query.construct(query, options)].map((quad) => quad.object.value);
  const rows = await client.query.select(
    `${foaf} SELECT ?name { ?s foaf:name ?name } ORDER BY STR(?name)`, options);
  const found = {
    run: operation,
    names: rows.map((row) => row.name.value),
    booleans: [
      await client.query.ask(`${foaf} ASK { ?s foaf:age 36 }`, options),
      await client.query.ask(`${foaf} ASK { ?s foaf:age 37 }`, options),
    ],
    graph: await objects(`${foaf} CONSTRUCT { ?s foaf:name ?name } WHERE { ?s foaf:name ?name }`),
    described: await objects("DESCRIBE <http://example.org/ada>"),
    error: "",
  };
  try {
    await client.query.select("SELECT * { ?s FILTR }", options);
  } catch (error) {
    found.error = String(error.message);
  }
  return found;
}

for (const operation of ["get", "postUrlencoded", "postDirect"]) {
  console.log(JSON.stringify(await ask(operation)));
}
