import java.sql.*;
import java.util.List;
import javax.servlet.http.*;
import java.util.Arrays;

class Shop extends HttpServlet {
  private Connection connection;

  void chained(HttpServletRequest request) throws SQLException {
    String id = request.getParameter("id");
    PreparedStatement statement = connection.prepareStatement("SELECT * FROM orders WHERE id = ?");
    statement.setLong(1, Long.parseLong(id));
    ResultSet rs = statement.executeQuery(); // finds sql-injection
    rs.next();
  }

  void ownStatement(HttpServletRequest request) throws SQLException {
    String sql = "SELECT * FROM users WHERE name = ?";
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setString(1, request.getParameter("name"));
    ResultSet rs = statement.executeQuery(); // finds sql-injection
    rs.next();
    statement.close();
  }

  void assignedLater(HttpServletRequest request) throws SQLException {
    PreparedStatement statement = null;
    try {
      String sql = "DELETE FROM users WHERE name = ? AND age > ?";
      statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS);
      statement.setString(1, request.getParameter("name"));
      statement.setLong(2, Long.parseLong(request.getParameter("age")));
      statement.executeUpdate(); // finds sql-injection
    } finally {
      if (statement != null) statement.close();
    }
  }

  void resources(HttpServletRequest request) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM users WHERE name LIKE ?")) {
      statement.setString(1, "%" + request.getParameter("q") + "%");
      try (ResultSet rs = statement.executeQuery()) { // finds sql-injection
        while (rs.next()) {
          System.out.println(rs.getString(1));
        }
      }
    } catch (SQLException e) {
      throw e;
    }
  }

  void twice(HttpServletRequest request) throws SQLException {
    Statement statement = connection.createStatement();
    PreparedStatement stmt = statement.getConnection().prepareStatement("DELETE FROM carts WHERE owner = ?");
    stmt.setString(1, request.getParameter("a"));
    stmt.executeUpdate(); // finds sql-injection
    statement.executeUpdate("DELETE FROM orders WHERE id = 1"); // finds missing-where (warning)
  }

  void prepared(HttpServletRequest request) throws SQLException {
    PreparedStatement ps = connection.prepareStatement(
        "SELECT * FROM users WHERE name = ? AND age > ? LIMIT ?"); // finds sql-injection
    ps.setString(1, request.getParameter("name"));
    ps.setInt(3, Integer.parseInt(request.getParameter("n")));
    ps.setInt(2, 18);
    ps.executeQuery();
  }

  void called(HttpServletRequest request) throws SQLException {
    CallableStatement call = connection.prepareCall("{call greet(?)}"); // finds sql-injection
    call.setString(1, request.getParameter("name"));
    call.execute();
  }

  void procedure(HttpServletRequest request) throws SQLException {
    String requested = request.getParameter("report");
    String reportProcedure = Arrays.asList("list_users", "list_orders").contains(requested) ? requested : "list_users";
    CallableStatement call = connection.prepareCall("{call " + reportProcedure + "}"); // finds sql-injection
    call.execute();
  }

  void table(HttpServletRequest request, int limit) throws SQLException {
    String requested = request.getParameter("table");
    String allowedTable = Arrays.asList("users", "orders").contains(requested) ? requested : "users";
    PreparedStatement statement = connection.prepareStatement("SELECT * FROM " + allowedTable + " WHERE a = ?");
    statement.setString(1, request.getParameter("a"));
    statement.executeQuery(); // finds sql-injection
  }

  int batch(HttpServletRequest request) throws SQLException {
    PreparedStatement statement = connection.prepareStatement("INSERT INTO names (name) VALUES (?)");
    statement.setString(1, request.getParameter("name"));
    statement.addBatch(); // finds sql-injection
    return statement.executeBatch().length;
  }
}
