<%@ taglib prefix="fn" uri="http://java.sun.com/jsp/jstl/functions" %>
<%@ page import="org.owasp.encoder.Encode" %>
<%@ page import="java.util.List" %>
<% String q = request.getParameter("q"); int n = 3; String fixed = "a"; %>
<p><%= Encode.forHtml(q) %></p> <%-- # finds cross-site-scripting (error). --%>
<p><%= n %> <%= fixed %> <%= request.getContextPath() %></p>
<p><%= Encode.forHtml(request.getParameter("q")) %></p> <%-- # finds cross-site-scripting (error). --%>
<p><%= Encode.forHtml(q) %></p>
<p>${fn:escapeXml(param.q)}</p> <%-- # finds cross-site-scripting (error). --%>
<p>${fn:escapeXml(user.name)}</p> <%-- # finds cross-site-scripting (hint). --%>
<p>${fn:escapeXml(comment.text)}</p> <%-- # finds cross-site-scripting (warning). --%>
<% out.print("<b>" + Encode.forHtml(request.getParameter("q")) + "</b>"); out.print("<b>fixed</b>"); %> <%-- # finds cross-site-scripting (error). --%>
<% out.println(Encode.forHtml(rows.getString("comment"))); %> <%-- # finds cross-site-scripting (warning). --%>
<p>${fn:escapeXml(user.name)} ${user.id} ${pageContext.request.contextPath}</p>
<c:if test="${user.admin}"><c:out value="${user.name}"/></c:if>
<c:out value="${user.name}"/> <%-- # finds cross-site-scripting (hint). --%>
<form:input path="name" value="${user.name}"/>
