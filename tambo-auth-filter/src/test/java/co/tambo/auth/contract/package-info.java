/** The contract of requests and answers: one table, which every adapter runs over real sockets. */
@NullMarked
package co.tambo.auth.contract;

import org.jspecify.annotations.NullMarked;
