import java.sql.*;
import java.util.List;
import javax.servlet.http.*;

class Shop extends HttpServlet {
  private Connection connection;

  void chained(HttpServletRequest request) throws SQLException {
    String id = request.getParameter("id");
    ResultSet rs = connection.createStatement().executeQuery("SELECT * FROM orders WHERE id = " + id); // finds sql-injection
    rs.next();
  }

  void ownStatement(HttpServletRequest request) throws SQLException {
    Statement statement = connection.createStatement();
    String sql = "SELECT * FROM users WHERE name = '" + request.getParameter("name") + "'";
    ResultSet rs = statement.executeQuery(sql); // finds sql-injection
    rs.next();
    statement.close();
  }

  void assignedLater(HttpServletRequest request) throws SQLException {
    Statement statement = null;
    try {
      String sql = String.format("DELETE FROM users WHERE name = '%s' AND age > %s", request.getParameter("name"), request.getParameter("age"));
      statement = connection.createStatement();
      statement.executeUpdate(sql, Statement.RETURN_GENERATED_KEYS); // finds sql-injection
    } finally {
      if (statement != null) statement.close();
    }
  }

  void resources(HttpServletRequest request) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rs = statement.executeQuery("SELECT * FROM users WHERE name LIKE '%" + request.getParameter("q") + "%'")) { // finds sql-injection
      while (rs.next()) {
        System.out.println(rs.getString(1));
      }
    } catch (SQLException e) {
      throw e;
    }
  }

  void twice(HttpServletRequest request) throws SQLException {
    Statement statement = connection.createStatement();
    statement.executeUpdate("DELETE FROM carts WHERE owner = '" + request.getParameter("a") + "'"); // finds sql-injection
    statement.executeUpdate("DELETE FROM orders"); // finds missing-where (warning)
  }

  void prepared(HttpServletRequest request) throws SQLException {
    PreparedStatement ps = connection.prepareStatement(
        "SELECT * FROM users WHERE name = '" + request.getParameter("name") + "' AND age > ? LIMIT " + request.getParameter("n")); // finds sql-injection
    ps.setInt(1, 18);
    ps.executeQuery();
  }

  void called(HttpServletRequest request) throws SQLException {
    CallableStatement call = connection.prepareCall("{call greet('" + request.getParameter("name") + "')}"); // finds sql-injection
    call.execute();
  }

  void procedure(HttpServletRequest request) throws SQLException {
    CallableStatement call = connection.prepareCall("{call " + request.getParameter("report") + "}"); // finds sql-injection
    call.execute();
  }

  void table(HttpServletRequest request, int limit) throws SQLException {
    Statement statement = connection.createStatement();
    statement.executeQuery("SELECT * FROM " + request.getParameter("table") + " WHERE a = '" + request.getParameter("a") + "'"); // finds sql-injection
  }

  int batch(HttpServletRequest request) throws SQLException {
    Statement statement = connection.createStatement();
    statement.addBatch("INSERT INTO names (name) VALUES ('" + request.getParameter("name") + "')"); // finds sql-injection
    return statement.executeBatch().length;
  }
}
