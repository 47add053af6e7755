package io.github.swarmclient.model;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * How Immutables makes the classes behind the wire models: hidden, and with nothing but the JDK.
 */
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
@JsonSerialize
@Value.Style(
    visibility = Value.Style.ImplementationVisibility.PACKAGE,
    overshadowImplementation = true,
    jdkOnly = true,
    // No annotation that users would need a library for, not even @Generated.
    allowedClasspathAnnotations = Override.class,
    depluralize = true,
    depluralizeDictionary = {"address:addresses", "alias:aliases", "status"},
    // Jackson reads these through the builder, whose setters must say when a member is absent.
    defaultAsDefault = true)
@interface WireStyle {}
