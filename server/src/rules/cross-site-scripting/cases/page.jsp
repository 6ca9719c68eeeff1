<%@ page import="java.util.List" %>
<% String q = request.getParameter("q"); int n = 3; String fixed = "a"; %>
<p><%= q %></p> <%-- # finds cross-site-scripting (error). --%>
<p><%= n %> <%= fixed %> <%= request.getContextPath() %></p>
<p><%= request.getParameter("q") %></p> <%-- # finds cross-site-scripting (error). --%>
<p><%= Encode.forHtml(q) %></p>
<p>${param.q}</p> <%-- # finds cross-site-scripting (error). --%>
<p>${user.name}</p> <%-- # finds cross-site-scripting (hint). --%>
<p>${comment.text}</p> <%-- # finds cross-site-scripting (warning). --%>
<% out.print("<b>" + request.getParameter("q") + "</b>"); out.print("<b>fixed</b>"); %> <%-- # finds cross-site-scripting (error). --%>
<% out.println(rows.getString("comment")); %> <%-- # finds cross-site-scripting (warning). --%>
<p>${fn:escapeXml(user.name)} ${user.id} ${pageContext.request.contextPath}</p>
<c:if test="${user.admin}"><c:out value="${user.name}"/></c:if>
<c:out value="${user.name}" escapeXml="false"/> <%-- # finds cross-site-scripting (hint). --%>
<form:input path="name" value="${user.name}"/>
