// Asks the endpoint that is named by the first argument as a program with RDF4J's SPARQLRepository
// would; prints what it found, a line of JSON a run. A long query goes by POST, a short one by GET.

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.GraphQueryResult;
import org.eclipse.rdf4j.query.TupleQueryResult;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sparql.SPARQLRepository;

public class Rdf4jClient {
  static final String FOAF = "PREFIX foaf: <http://xmlns.com/foaf/0.1/> ";

  static List<String> objects(RepositoryConnection connection, String query) {
    List<String> found = new ArrayList<>();
    try (GraphQueryResult graph = connection.prepareGraphQuery(query).evaluate()) {
      for (Statement statement : graph) found.add(statement.getObject().stringValue());
    }
    return found;
  }

  static List<String> names(RepositoryConnection connection, String query) {
    List<String> found = new ArrayList<>();
    try (TupleQueryResult rows = connection.prepareTupleQuery(query).evaluate()) {
      for (BindingSet row : rows) found.add(row.getValue("name").stringValue());
    }
    return found;
  }

  static Map<String, Object> run(RepositoryConnection connection, String name, String end) {
    Map<String, Object> found = new LinkedHashMap<>();
    found.put("run", name);
    found.put("names", names(connection,
        FOAF + "SELECT ?name { ?s foaf:name ?name } ORDER BY STR(?name)" + end));
    found.put("booleans", List.of(
        connection.prepareBooleanQuery(FOAF + "ASK { ?s foaf:age 36 }" + end).evaluate(),
        connection.prepareBooleanQuery(FOAF + "ASK { ?s foaf:age 37 }" + end).evaluate()));
    found.put("graph", objects(connection,
        FOAF + "CONSTRUCT { ?s foaf:name ?name } WHERE { ?s foaf:name ?name }" + end));
    found.put("described", objects(connection, "DESCRIBE <http://example.org/ada>" + end));
    try {
      names(connection, "SELECT * { ?s FILTR }" + end);
      found.put("error", "");
    } catch (RuntimeException error) {
      found.put("error", String.valueOf(error.getMessage()));
    }
    return found;
  }

  public static void main(String[] arguments) throws Exception {
    SPARQLRepository repository = new SPARQLRepository(arguments[0]);
    ObjectMapper json = new ObjectMapper();
    try (RepositoryConnection connection = repository.getConnection()) {
      System.out.println(json.writeValueAsString(run(connection, "short", "")));
      String end = "\n# " + "long ".repeat(2000);
      System.out.println(json.writeValueAsString(run(connection, "long", end)));
    } finally {
      repository.shutDown();
    }
  }
}
