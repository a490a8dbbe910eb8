ARG V=16
FROM node:${V}-alpine
FROM debian:buster-slim
FROM openjdk:8-jdk
FROM centos:7
FROM docker.io/library/consul:1.10
