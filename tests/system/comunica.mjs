// Asks the endpoint that is named by the first argument as a program with Comunica would, by its
// address alone (Comunica reads the service description) and as what it is; prints what it found, a
// line of JSON a run.
import { QueryEngine } from "@comunica/query-sparql";

const foaf = "PREFIX foaf: <http://xmlns.com/foaf/0.1/> ";
const endpoint = process.argv[2];
const engine = new QueryEngine();

async function ask(run, sources) {
  const context = { sources };
  const bindings = await engine.queryBindings(
    `${foaf} SELECT ?name { ?s foaf:name ?name } ORDER BY STR(?name)`, context);
  const graph = await engine.queryQuads(
    `${foaf} CONSTRUCT { ?s foaf:name ?name } WHERE { ?s foaf:name ?name }`, context);
  const described = await engine.queryQuads("DESCRIBE <http://example.org/ada>", context);
  const found = {
    run,
    names: (await bindings.toArray()).map((row) => row.get("name").value),
    booleans: [
      await engine.queryBoolean(`${foaf} ASK { ?s foaf:age 36 }`, context),
      await engine.queryBoolean(`${foaf} ASK { ?s foaf:age 37 }`, context),
    ],
    graph: (await graph.toArray()).map((quad) => quad.object.value),
    described: (await described.toArray()).map((quad) => quad.object.value),
    error: "",
  };
  try {
    // Comunica's own parser takes this; the endpoint has no such service and says so.
    const rows = await engine.queryBindings(
      "SELECT * { ?s ?p ?o FILTER(<http://example.org/no-function>(?o)) }", context);
    await rows.toArray();
  } catch (error) {
    found.error = String(error.message);
  }
  return found;
}

console.log(JSON.stringify(await ask("discovered", [endpoint])));
console.log(JSON.stringify(await ask("named", [{ type: "sparql", value: endpoint }])));
