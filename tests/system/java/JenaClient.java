// Asks the endpoint that is named by the first argument as a program with Jena's RDFConnection
// would, in each way of sending a query; prints what it found, a line of JSON a run. Jena's own
// parser is off, so that the error is the endpoint's.

import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdfconnection.RDFConnection;
import org.apache.jena.rdfconnection.RDFConnectionRemote;
import org.apache.jena.sparql.engine.http.QueryExceptionHTTP;
import org.apache.jena.sparql.exec.http.QuerySendMode;

public class JenaClient {
  static final String FOAF = "PREFIX foaf: <http://xmlns.com/foaf/0.1/> ";

  static JsonArray objects(Model graph) {
    JsonArray found = new JsonArray();
    graph.listStatements().forEach(statement ->
        found.add(statement.getObject().isLiteral() ? statement.getString()
                                                    : statement.getResource().getURI()));
    return found;
  }

  static JsonObject run(RDFConnection connection, String name) {
    JsonArray names = new JsonArray();
    connection.querySelect(FOAF + "SELECT ?name { ?s foaf:name ?name } ORDER BY STR(?name)",
        row -> names.add(row.getLiteral("name").getString()));
    JsonArray booleans = new JsonArray();
    booleans.add(connection.queryAsk(FOAF + "ASK { ?s foaf:age 36 }"));
    booleans.add(connection.queryAsk(FOAF + "ASK { ?s foaf:age 37 }"));
    JsonObject found = new JsonObject();
    found.put("run", name);
    found.put("names", names);
    found.put("booleans", booleans);
    found.put("graph", objects(connection.queryConstruct(
        FOAF + "CONSTRUCT { ?s foaf:name ?name } WHERE { ?s foaf:name ?name }")));
    found.put("described",
        objects(connection.queryDescribe("DESCRIBE <http://example.org/ada>")));
    found.put("error", "");
    try {
      connection.querySelect("SELECT * { ?s FILTR }", row -> { });
    } catch (QueryExceptionHTTP error) {
      found.put("error", error.getStatusCode() + " " + error.getMessage() + " " + error.getResponse());
    }
    return found;
  }

  public static void main(String[] arguments) {
    for (QuerySendMode mode : List.of(QuerySendMode.asGetAlways, QuerySendMode.asPostForm,
                                      QuerySendMode.asPost)) {
      try (RDFConnection connection = RDFConnectionRemote.newBuilder()
               .destination(arguments[0]).queryEndpoint("").querySendMode(mode)
               .parseCheckSPARQL(false).build()) {
        System.out.println(JSON.toStringFlat(run(connection, mode.name())));
      }
    }
  }
}
